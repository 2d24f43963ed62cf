using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>Group columns that nobody planned for are read as what they are, or refused with a word that says why.</summary>
public sealed class UnusualKeyTests
{
    private static readonly MLContext Ml = new(seed: 1);

    public static TheoryData<string> OtherTypes => [nameof(Row.Site), nameof(Row.Visit), nameof(Row.Serial), nameof(Row.Share), nameof(Row.Truth), nameof(Row.Instant), nameof(Row.Span)];

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public void Values_of_any_type_that_can_name_a_group_do(string column)
    {
        var split = Ml.Data.GroupTrainTestSplit(Ml.Data.LoadFromEnumerable(Rows()), column, testFraction: 0.5);
        var (train, test) = (Read(split.TrainSet), Read(split.TestSet));

        Assert.Equal(Enumerable.Range(0, 60), train.Concat(test).Select(row => row.Id).Order());
        Assert.Empty(train.Select(row => row.Id % 2).Intersect(test.Select(row => row.Id % 2)));
    }

    [Fact]
    public void Minus_zero_is_zero()
    {
        var rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(id => new Row { Id = id, Share = id % 4 == 0 ? -0.0 : id % 4 == 2 ? 0.0 : 1 }));

        Assert.Equal(2, Ml.Data.LeaveOneGroupOut(rows, nameof(Row.Share)).Count);
    }

    [Fact]
    public void Vectors_and_pictures_are_refused_by_their_type()
    {
        var rows = Ml.Transforms.Concatenate("Both", nameof(Row.Real), nameof(Row.Other)).Fit(Ml.Data.LoadFromEnumerable(Rows())).Transform(Ml.Data.LoadFromEnumerable(Rows()));

        var failure = Assert.Throws<ArgumentException>(() => Ml.Data.GroupKFold(rows, "Both"));

        Assert.Contains("The column 'Both' of type Vector<Single, 2> cannot name groups; text, numbers, keys, truth values and dates can.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_columns_of_one_name_the_visible_one_counts()
    {
        var raw = Ml.Data.LoadFromEnumerable(Rows());
        var overwritten = Ml.Transforms.CustomMapping<Row, Renamed>((row, renamed) => renamed.Text = $"Site {row.Id % 3}", contractName: null).Fit(raw).Transform(raw);

        Assert.True(overwritten.Schema.Count(column => column.Name == nameof(Row.Text)) > 1);
        Assert.Equal(3, Ml.Data.LeaveOneGroupOut(overwritten, nameof(Row.Text)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keys_are_known_by_what_was_mapped_to_them(bool isText)
    {
        var source = isText ? nameof(Row.Text) : nameof(Row.Visit);
        var map = Ml.Transforms.Conversion.MapValueToKey("Key", source, keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence);
        var (first, second) = (Ml.Data.LoadFromEnumerable(Rows()), Ml.Data.LoadFromEnumerable(Enumerable.Reverse(Rows())));

        // Each side is mapped for itself: the same key stands for another value.
        var report = SplitAudit.Run(map.Fit(first).Transform(first), map.Fit(second).Transform(second), new AuditOptions { GroupColumn = "Key", FeatureColumns = [nameof(Row.Real)] });

        var finding = report.Findings.Single(found => found.Id == "LEAK601");
        Assert.Equal(isText ? ["P0", "P1", "P10", "P11", "P12"] : ["0", "1"], finding.Examples);
    }

    [Fact]
    public void Keys_without_values_are_known_by_their_number()
    {
        var rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(id => new Keyed { Id = id, Key = (uint)(id % 3) }));

        Assert.Equal(3, Ml.Data.LeaveOneGroupOut(rows, nameof(Keyed.Key)).Count);
    }

    [Fact]
    public void A_source_that_fails_amid_its_rows_says_so_and_can_be_split_once_it_is_back()
    {
        var fails = true;
        var rows = Ml.Data.LoadFromEnumerable(Rows().Select(row => row.Id == 40 && fails ? throw new IOException("The share is gone.") : row));

        Assert.Throws<IOException>(() => Ml.Data.GroupKFold(rows, nameof(Row.Text)));
        fails = false;

        Assert.Equal(5, Ml.Data.GroupKFold(rows, nameof(Row.Text)).Count);
    }

    [Fact]
    public void A_name_for_every_row_of_many_is_dealt_evenly()
    {
        var rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 12_000).Select(id => new SplitRow { Id = id, Group = $"P{id}", Class = id % 3 }));

        var folds = Ml.Data.StratifiedGroupKFold(rows, nameof(SplitRow.Class), nameof(SplitRow.Group));

        Assert.All(folds, fold => Assert.Equal(2_400, fold.TestSet.GetColumn<int>(nameof(SplitRow.Id)).Count()));
    }

    private static List<Row> Rows() => [.. Enumerable.Range(0, 60).Select(id => new Row
    {
        Id = id,
        Text = $"P{id % 30}",
        Site = (byte)(id % 2),
        Visit = id % 2,
        Serial = ulong.MaxValue - (ulong)(id % 2),
        Share = 0.1 + (id % 2),
        Truth = id % 2 == 0,
        Instant = new DateTimeOffset(2026, 1, 1 + (id % 2), 0, 0, 0, TimeSpan.FromHours(1)),
        Span = TimeSpan.FromDays(id % 2),
        Real = id,
    })];

    private static List<Row> Read(IDataView view) => [.. Ml.Data.CreateEnumerable<Row>(view, reuseRowObject: false)];

    public sealed class Row
    {
        public int Id { get; set; }

        public string Text { get; set; } = "";

        public byte Site { get; set; }

        public long Visit { get; set; }

        public ulong Serial { get; set; }

        public double Share { get; set; }

        public bool Truth { get; set; }

        public DateTimeOffset Instant { get; set; }

        public TimeSpan Span { get; set; }

        public float Real { get; set; }

        public float Other { get; set; }
    }

    public sealed class Keyed
    {
        public int Id { get; set; }

        [KeyType(10)]
        public uint Key { get; set; }
    }

    public sealed class Renamed
    {
        public string Text { get; set; } = "";
    }
}
