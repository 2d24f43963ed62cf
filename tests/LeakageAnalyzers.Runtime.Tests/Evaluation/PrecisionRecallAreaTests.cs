using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>The area under the precision–recall curve beside ML.NET's own, which hangs on the order of rows of equal score.</summary>
public sealed class PrecisionRecallAreaTests
{
    private static readonly MLContext Ml = new(seed: 1);

    [Theory]
    [InlineData(1, 40, 0.5)]
    [InlineData(2, 300, 0.05)]
    [InlineData(3, 300, 0.95)]
    [InlineData(4, 1000, 0.2)]
    public void Without_ties_it_is_that_of_ML_NET(int seed, int rows, double prevalence)
    {
        var data = Rows(seed, rows, prevalence, levels: null);

        Assert.Equal(OfMlNet(data), Of(data), 1e-6);
    }

    [Theory]
    [InlineData(1, 300, 0.5, 2)]
    [InlineData(2, 300, 0.1, 3)]
    [InlineData(3, 600, 0.9, 5)]
    [InlineData(4, 600, 0.05, 20)]
    [InlineData(5, 600, 0.02, 1)]
    public void With_ties_it_is_that_of_ML_NET_over_the_orders_of_the_rows(int seed, int rows, double prevalence, int levels)
    {
        var data = Rows(seed, rows, prevalence, levels);
        var random = new Random(seed);
        var inSomeOrder = Enumerable.Range(0, 200).Select(_ => OfMlNet([.. data.OrderBy(_ => random.Next())])).ToList();

        Assert.InRange(Of(data), inSomeOrder.Min(), inSomeOrder.Max());
        Assert.Equal(inSomeOrder.Average(), Of(data), 0.03);
    }

    /// <summary>Rows of one class that share a score are no matter of order.</summary>
    [Fact]
    public void Ties_within_a_class_are_those_of_ML_NET()
    {
        List<Scored> data = [.. Rows(1, 200, 0.3, levels: 4).Select(row => new Scored { Label = row.Label, Score = (2 * row.Score) + (row.Label ? 1 : 0) })];

        Assert.Equal(OfMlNet(data), Of(data), 1e-6);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public void Equal_scores_for_all_give_the_share_of_positive_rows(double prevalence)
    {
        var data = Rows(1, 400, prevalence, levels: 1);

        Assert.Equal(data.Average(row => row.Label ? 1.0 : 0), Of(data), 1e-12);
    }

    [Fact]
    public void A_resample_is_worth_what_its_copied_rows_are()
    {
        var data = Rows(1, 60, 0.3, levels: 6);
        var random = new Random(1);
        var weights = data.ConvertAll(_ => random.Next(3));
        List<Scored> copied = [.. data.SelectMany((row, i) => Enumerable.Repeat(row, weights[i]))];

        var ranked = new RankedScores([.. data.Select(row => row.Label)], [.. data.Select(row => (double)row.Score)]);

        Assert.Equal(Of(copied), ranked.LowerTrapezoidPrecisionRecallArea([.. weights]), 1e-12);
    }

    [Fact]
    public void A_good_model_of_a_rare_disease_is_not_inferior_to_a_constant()
    {
        var good = Rows(6, 2000, 0.02, levels: null);
        List<Scored> constant = [.. good.Select(row => new Scored { Label = row.Label })];

        var comparison = Ml.BinaryClassification.CompareModels(
            Ml.Data.LoadFromEnumerable(good), Ml.Data.LoadFromEnumerable(constant), margin: 0, BinaryClassificationMetric.AreaUnderPrecisionRecallCurve, options: new() { Resamples = 200 });

        Assert.Equal(SuperiorityVerdict.Superior, comparison.Verdict);
        Assert.Equal(good.Average(row => row.Label ? 1.0 : 0), comparison.Second.Value!.Value, 1e-12);
    }

    private static double Of(List<Scored> rows) => Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(
        Ml.Data.LoadFromEnumerable(rows), options: new() { Resamples = 2 }).AreaUnderPrecisionRecallCurve.Value!.Value;

    private static double OfMlNet(List<Scored> rows) =>
        Ml.BinaryClassification.EvaluateNonCalibrated(Ml.Data.LoadFromEnumerable(rows)).AreaUnderPrecisionRecallCurve;

    /// <summary>Scores that tell the classes apart by and by, cut into so many levels.</summary>
    private static List<Scored> Rows(int seed, int count, double prevalence, int? levels)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var label = i < 2 ? i == 0 : random.NextDouble() < prevalence;
            var score = (random.NextDouble() * 0.6) + (label ? 0.4 : 0);
            return new Scored { Label = label, Score = (float)(levels is { } number ? Math.Floor(score * number) : score) };
        })];
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel => Score > 0.5f;
    }
}
