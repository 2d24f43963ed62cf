using CsCheck;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

public sealed class TemporalSplitTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(nameof(SplitRow.Time))]
    [InlineData(nameof(SplitRow.Hour))]
    [InlineData(nameof(SplitRow.Id))]
    public void The_latest_rows_are_tested_whatever_their_order(string column)
    {
        var split = ReadSplit.Of(ReadSplit.Catalog.TemporalTrainTestSplit(ReadSplit.View(Shuffled(200)), column, 0.2));

        Assert.Equal(Enumerable.Range(0, 160), split.Train.Select(row => row.Id).Order());
        Assert.Equal(Enumerable.Range(160, 40), split.Test.Select(row => row.Id).Order());
    }

    [Fact]
    public void ML_NETs_own_split_tests_rows_that_are_older_than_those_it_trains_on()
    {
        var rows = ReadSplit.View(Shuffled(200));
        var theirs = ReadSplit.Of(ReadSplit.Catalog.TrainTestSplit(rows, 0.2, nameof(SplitRow.Time)));
        var ours = ReadSplit.Of(ReadSplit.Catalog.TemporalTrainTestSplit(rows, nameof(SplitRow.Time), 0.2));

        Assert.True(theirs.Test.Min(row => row.Time) < theirs.Train.Max(row => row.Time));
        Assert.True(ours.Test.Min(row => row.Time) > ours.Train.Max(row => row.Time));
    }

    [Fact]
    public void Rows_of_one_time_are_never_cut() =>
        (from times in Gen.Int[-20, 20].Array[2, 60].Where(times => times.Distinct().Count() > 1)
         from fraction in Gen.Double[0.05, 0.95]
         select (Rows: times.Select((time, id) => new SplitRow { Id = id, Hour = time / 4f, Time = Start.AddHours(time) }).ToList(), Fraction: fraction))
        .Sample(sample =>
        {
            foreach (var column in new[] { nameof(SplitRow.Hour), nameof(SplitRow.Time) })
            {
                var split = ReadSplit.Of(ReadSplit.Catalog.TemporalTrainTestSplit(ReadSplit.View(sample.Rows), column, sample.Fraction));
                Assert.Equal(sample.Rows.Count, split.Train.Count + split.Test.Count);
                Assert.True(split.Train.Max(row => row.Hour) < split.Test.Min(row => row.Hour));
            }
        }, iter: 60);

    [Fact]
    public void Folds_along_time_are_those_of_scikit_learn()
    {
        foreach (var reference in ReferenceFile.Open("splits").Rows("time_series_split"))
        {
            var folds = ReadSplit.All(ReadSplit.Catalog.TimeSeriesSplit(
                ReadSplit.View(Shuffled(reference.Count("rows"))),
                nameof(SplitRow.Time),
                reference.Count("folds"),
                reference["testSize"]?.GetValue<long>(),
                reference["maxTrainSize"]?.GetValue<long>(),
                reference.Count("gap")));

            Assert.Equal(reference.Table("parts"), folds.Select(fold => new[]
            {
                fold.Train.Min(row => row.Id), fold.Train.Max(row => row.Id) + 1, fold.Test.Min(row => row.Id), fold.Test.Max(row => row.Id) + 1,
            }));
            Assert.All(folds.Zip(reference.Table("parts")), pair => Assert.Equal((pair.Second[1] - pair.Second[0], pair.Second[3] - pair.Second[2]), (pair.First.Train.Count, pair.First.Test.Count)));
        }
    }

    [Fact]
    public void No_fold_trains_on_the_time_of_its_test_rows_or_later() =>
        (from times in Gen.Int[0, 15].Array[30, 80]
         from gap in Gen.Int[0, 4]
         select (Rows: times.Select((time, id) => new SplitRow { Id = id, Hour = time }).ToList(), Gap: gap))
        .Sample(sample =>
        {
            var folds = Try(() => ReadSplit.All(ReadSplit.Catalog.TimeSeriesSplit(ReadSplit.View(sample.Rows), nameof(SplitRow.Hour), numberOfFolds: 3, gap: sample.Gap)));
            Assert.All(folds, fold => Assert.True(fold.Train.Max(row => row.Hour) < fold.Test.Min(row => row.Hour)));
            Assert.Equal(folds.Sum(fold => fold.Test.Count), folds.SelectMany(fold => fold.Test).Select(row => row.Id).Distinct().Count());
        }, iter: 40);

    [Fact]
    public void A_row_without_a_time_is_refused()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 9).Select(id => new SplitRow { Hour = id == 3 ? float.NaN : id }));

        var error = Assert.Throws<InvalidOperationException>(() => ReadSplit.Catalog.TemporalTrainTestSplit(rows, nameof(SplitRow.Hour)));

        Assert.Contains("1 rows have no value in 'Hour'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_have_no_order_in_time_are_refused()
    {
        var same = ReadSplit.View(Enumerable.Range(0, 9).Select(_ => new SplitRow()));
        var text = Assert.Throws<ArgumentException>(() => ReadSplit.Catalog.TemporalTrainTestSplit(same, nameof(SplitRow.Group)));

        Assert.Contains("All 9 rows have the same 'Hour'", Refusal(() => ReadSplit.Catalog.TemporalTrainTestSplit(same, nameof(SplitRow.Hour))), StringComparison.Ordinal);
        Assert.Contains("no rows", Refusal(() => ReadSplit.Catalog.TemporalTrainTestSplit(ReadSplit.View([]), nameof(SplitRow.Hour))), StringComparison.Ordinal);
        Assert.Contains("So many rows have the same 'Hour'", Refusal(() => ReadSplit.Catalog.TimeSeriesSplit(same, nameof(SplitRow.Hour), 2)), StringComparison.Ordinal);
        Assert.Contains("'Group' of type String", text.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_for_the_folds_and_the_gap_are_refused() => Assert.Contains(
        "12 rows are too few for 3 folds of 3 test rows and a gap of 3",
        Refusal(() => ReadSplit.Catalog.TimeSeriesSplit(ReadSplit.View(Shuffled(12)), nameof(SplitRow.Time), 3, gap: 3)),
        StringComparison.Ordinal);

    private static string Refusal(Action split) => Assert.Throws<InvalidOperationException>(split).Message;

    // With many rows of one time a fold can be empty, which is refused.
    private static List<ReadSplit> Try(Func<List<ReadSplit>> split)
    {
        try
        {
            return split();
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private static List<SplitRow> Shuffled(int rows) =>
    [
        .. Enumerable.Range(0, rows).Select(id => new SplitRow { Id = id, Time = Start.AddDays(id), Hour = id - 50.5f })
            .OrderBy(row => row.Id * 7919 % 1009),
    ];
}
