using LeakageAnalyzers.Runtime.Audit.NearDuplicates;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit.NearDuplicates;

/// <summary>LEAK603 on numbers.</summary>
public sealed class NumericNearDuplicateTests
{
    [Fact]
    public void Disturbed_copies_are_counted_and_named()
    {
        var (train, test) = (Vectors(400, 8, seed: 1), Vectors(200, 8, seed: 2));
        for (var copy = 0; copy < 7; copy++)
        {
            test[10 + copy].Values = Disturb(train[3 * copy].Values, 0.002f, seed: copy);
        }

        var finding = Assert.Single(Findings("LEAK603", train, test));

        Assert.Equal((7, FindingSeverity.Warning), (finding.Count, finding.Severity));
        Assert.Equal(["test row 10 and train row 0", "test row 11 and train row 3", "test row 12 and train row 6", "test row 13 and train row 9", "test row 14 and train row 12"], finding.Examples);
        Assert.StartsWith("7 of 200 test rows are nearly the same as a train row: their numbers are nearer than 0.1 of what is usual among neighbours", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_every_row_is_found_though_copies_are_usual()
    {
        var rows = Vectors(500, 6, seed: 3);
        rows.AddRange(rows.Select((row, i) => new Vector { Values = Disturb(row.Values, 0.001f, i) }).ToList());
        var split = Context.Data.TrainTestSplit(View(rows), 0.3);

        var finding = Assert.Single(SplitAudit.Run(split).Findings, finding => finding.Id == "LEAK603");

        // A test row's twin is among the train rows with probability 0.7.
        Assert.InRange(finding.Count, 170, 250);
    }

    [Fact]
    public void Equal_rows_are_left_to_exact_duplicates()
    {
        var (train, test) = (Vectors(300, 8, seed: 1), Vectors(100, 8, seed: 2));
        test[0].Values = train[0].Values;

        Assert.Empty(Findings("LEAK603", train, test));
        Assert.Single(Findings("LEAK602", train, test));
    }

    [Fact]
    public void In_few_dimensions_rows_come_near_by_chance() => Assert.Empty(Findings("LEAK603", Vectors(1000, 2, seed: 1), Vectors(500, 2, seed: 2)));

    [Fact]
    public void Whole_numbers_and_missing_ones_are_no_copies()
    {
        static List<Vector> Coarse(int seed)
        {
            var rows = Vectors(300, 4, seed);
            rows.ForEach(row => row.Values = Array.ConvertAll(row.Values, value => value > 1 ? float.NaN : MathF.Round(3 * value)));
            return rows;
        }

        Assert.Empty(Findings("LEAK603", Coarse(1), Coarse(2)));
    }

    [Fact]
    public void Nothing_varies_and_hardly_any_rows()
    {
        static List<Vector> Constant(int count) => [.. Enumerable.Range(0, count).Select(_ => new Vector { Values = [1, 2] })];

        Assert.Empty(Findings("LEAK603", Constant(100), Constant(50)));
        Assert.Empty(Findings("LEAK603", Vectors(8, 3, seed: 1), Vectors(8, 3, seed: 2)));
    }

    [Fact]
    public void Random_projections_miss_hardly_any_pair()
    {
        var (train, test) = (PointsOf(Vectors(20_000, 10, seed: 5)), new Points(10));
        for (var i = 0; i < 2000; i++)
        {
            Disturb(train[i * 10].ToArray(), 0.01f, seed: i).CopyTo(test.Add());
        }

        var scale = NeighbourScale.Of(train, seed: 1);
        var matches = NumericNearDuplicates.Find(train, test, scale, 0.1, seed: 1, CancellationToken.None);

        // About 0.03 apart, where neighbours are 1.3 apart: the pair shares one of ten keys with probability 0.99 at 0.13 and nearly always here.
        Assert.InRange(matches.Select((match, i) => match == i * 10).Count(found => found), 1990, 2000);
        Assert.InRange(scale.Dimension, 8, 12);
    }

    [Fact]
    public void Independent_rows_are_reported_at_most_at_the_level()
    {
        const int Runs = 100;
        var alarms = Enumerable.Range(0, Runs).Count(run => Findings("LEAK603", Vectors(120, 1 + (run % 5), 2 * run), Vectors(80, 1 + (run % 5), (2 * run) + 1)).Count > 0);

        Assert.True(alarms <= BinomialTail.Quantile(0.995, Runs, 0.05), $"{alarms} of {Runs}");
    }

    private static List<Vector> Vectors(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        float Normal() => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

        return [.. Enumerable.Range(0, count).Select(_ => new Vector { Values = [.. Enumerable.Range(0, dimensions).Select(_ => Normal())] })];
    }

    private static float[] Disturb(float[] values, float by, int seed)
    {
        var random = new Random(seed);
        return Array.ConvertAll(values, value => value + (by * (float)((2 * random.NextDouble()) - 1)));
    }

    private static IReadOnlyList<AuditFinding> Findings(string id, List<Vector> train, List<Vector> test)
    {
        var definition = SchemaDefinition.Create(typeof(Vector));
        definition[nameof(Vector.Values)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, train[0].Values.Length);
        IDataView View(List<Vector> rows) => Context.Data.LoadFromEnumerable(rows, definition);

        return [.. SplitAudit.Run(View(train), View(test)).Findings.Where(finding => finding.Id == id)];
    }

    private static Points PointsOf(List<Vector> rows)
    {
        var points = new Points(rows[0].Values.Length);
        rows.ForEach(row => row.Values.CopyTo(points.Add()));
        return points;
    }

    public sealed class Vector
    {
        [VectorType(6)]
        public float[] Values { get; set; } = [];
    }
}
