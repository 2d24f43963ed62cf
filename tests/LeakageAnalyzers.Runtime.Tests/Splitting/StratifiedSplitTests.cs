using CsCheck;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

public sealed class StratifiedSplitTests
{
    [Fact]
    public void Class_shares_deviate_no_more_than_scikit_learns()
    {
        foreach (var reference in ReferenceFile.Open("splits").Rows("group_folds"))
        {
            var rows = ReadSplit.RowsOf(reference.Table("counts"));
            foreach (var split in reference.Rows("splits"))
            {
                var folds = ReadSplit.All(ReadSplit.Catalog.StratifiedGroupKFold(
                    ReadSplit.View(rows), nameof(SplitRow.Class), nameof(SplitRow.Group), split.Count("folds")));
                var name = $"{reference["name"]}, {split.Count("folds")} folds";

                Assert.True(Deviation(rows, folds) <= split.Number("deviation") + ReferenceFile.Tolerance, $"{name}: {Deviation(rows, folds)} > {split.Number("deviation")}");
                AssertGroupsAreWhole(rows, folds);
            }
        }
    }

    [Fact]
    public void Groups_stay_whole_and_every_row_is_tested_once() =>
        (from counts in Gen.Int[0, 5].Array[3].Where(rows => rows.Sum() > 0).Array[6, 25]
         from folds in Gen.Int[2, 5]
         from seed in Gen.Int[0, 1000]
         select (Rows: ReadSplit.RowsOf(counts), Folds: folds, Seed: seed))
        .Sample(sample => AssertGroupsAreWhole(sample.Rows, ReadSplit.All(ReadSplit.Catalog.StratifiedGroupKFold(
            ReadSplit.View(sample.Rows), nameof(SplitRow.Class), nameof(SplitRow.Group), sample.Folds, sample.Seed))), iter: 40);

    [Fact]
    public void A_draw_that_does_not_look_at_the_classes_is_less_even()
    {
        var rows = ReadSplit.RowsOf([.. Enumerable.Range(0, 60).Select(group => group % 6 == 0 ? new[] { 1, 6 } : [7, 0])]);
        var blind = ReadSplit.All(ReadSplit.Catalog.GroupKFold(ReadSplit.View(rows), nameof(SplitRow.Group)));
        var stratified = ReadSplit.All(ReadSplit.Catalog.StratifiedGroupKFold(ReadSplit.View(rows), nameof(SplitRow.Class), nameof(SplitRow.Group)));

        Assert.InRange(Deviation(rows, stratified), 0, 1e-9);
        Assert.True(Deviation(rows, blind) > 0.05);
    }

    [Fact]
    public void Test_rows_of_each_class_are_as_many_as_scikit_learns()
    {
        foreach (var reference in ReferenceFile.Open("splits").Rows("stratified_train_test_split"))
        {
            var rows = ReadSplit.View(ReadSplit.RowsOf([[.. reference.Numbers("counts").Select(count => (int)count)]]));
            if (reference["error"] is not null)
            {
                Assert.Throws<InvalidOperationException>(() => ReadSplit.Catalog.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), reference.Number("testFraction")));
                continue;
            }

            var split = ReadSplit.Of(ReadSplit.Catalog.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), reference.Number("testFraction")));
            Assert.Equal(reference.Numbers("testCounts"), Enumerable.Range(0, reference.Numbers("counts").Length).Select(c => (double)split.Test.Count(row => row.Class == c)));
        }
    }

    [Fact]
    public void Every_row_is_on_one_side_and_the_seed_decides_which()
    {
        var rows = ReadSplit.View(ReadSplit.RowsOf([[300, 60]]));

        Assert.Equal(Enumerable.Range(0, 360), Draw(1).Train.Concat(Draw(1).Test).Select(row => row.Id).Order());
        Assert.Equal(Draw(1).Test.Select(row => row.Id), Draw(1).Test.Select(row => row.Id));
        Assert.NotEqual(Draw(1).Test.Select(row => row.Id), Draw(2).Test.Select(row => row.Id));

        ReadSplit Draw(int seed) => ReadSplit.Of(ReadSplit.Catalog.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), 0.25, seed: seed));
    }

    [Fact]
    public void With_groups_the_test_side_is_as_even_as_whole_groups_permit()
    {
        var rows = ReadSplit.RowsOf([.. Enumerable.Range(0, 50).Select(group => group % 5 == 0 ? new[] { 1, 4 } : [4 + (group % 3), 0])]);
        var split = ReadSplit.Of(ReadSplit.Catalog.StratifiedTrainTestSplit(ReadSplit.View(rows), nameof(SplitRow.Class), 0.2, nameof(SplitRow.Group)));

        Assert.Empty(split.Train.Select(row => row.Group).Intersect(split.Test.Select(row => row.Group)));
        Assert.Equal(0.2, split.Test.Count / (double)rows.Count, 0.01);
        Assert.Equal(8, split.Test.Count(row => row.Class == 1));
    }

    [Fact]
    public void Both_sides_have_a_group_however_small_the_test_side_is_to_be() =>
        (from counts in Gen.Int[0, 12].Array[3].Where(rows => rows.Sum() > 0).Array[2, 12]
         from fraction in Gen.Double[0.01, 0.99]
         from seed in Gen.Int[0, 1000]
         select (Rows: ReadSplit.RowsOf(counts), Fraction: fraction, Seed: seed))
        .Sample(sample =>
        {
            var split = ReadSplit.Of(ReadSplit.Catalog.StratifiedTrainTestSplit(ReadSplit.View(sample.Rows), nameof(SplitRow.Class), sample.Fraction, nameof(SplitRow.Group), sample.Seed));

            Assert.NotEmpty(split.Train);
            Assert.NotEmpty(split.Test);
            Assert.Empty(split.Train.Select(row => row.Group).Intersect(split.Test.Select(row => row.Group)));
            Assert.Equal(sample.Rows.Count, split.Train.Count + split.Test.Count);
        }, iter: 100);

    [Fact]
    public void A_continuous_label_is_refused()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 9).Select(id => new SplitRow { Hour = id / 4f }));

        var error = Assert.Throws<ArgumentException>(() => ReadSplit.Catalog.StratifiedTrainTestSplit(rows, nameof(SplitRow.Hour), 0.3));

        Assert.Contains("'Hour' holds 0.25", error.Message, StringComparison.Ordinal);
    }

    private static void AssertGroupsAreWhole(List<SplitRow> rows, List<ReadSplit> folds)
    {
        Assert.Equal(rows.Select(row => row.Id), folds.SelectMany(fold => fold.Test).Select(row => row.Id).Order());
        Assert.All(folds, fold =>
        {
            Assert.NotEmpty(fold.Test);
            Assert.Empty(fold.Train.Select(row => row.Group).Intersect(fold.Test.Select(row => row.Group)));
        });
    }

    private static double Deviation(List<SplitRow> rows, List<ReadSplit> folds) => rows.Select(row => row.Class).Distinct().Max(c =>
        folds.Max(fold => Math.Abs(fold.Test.Count(row => row.Class == c) / (double)fold.Test.Count - rows.Count(row => row.Class == c) / (double)rows.Count)));
}
