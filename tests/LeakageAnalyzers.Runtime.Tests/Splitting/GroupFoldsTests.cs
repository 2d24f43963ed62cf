using CsCheck;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

public sealed class GroupFoldsTests
{
    private static readonly Gen<(List<SplitRow> Rows, int Folds, int Seed)> Cases =
        from sizes in Gen.Int[1, 9].Array[2, 30]
        from folds in Gen.Int[2, Math.Min(6, sizes.Length)]
        from seed in Gen.Int[0, 1000]
        select (ReadSplit.RowsOf([.. sizes.Select(size => new[] { size })]), folds, seed);

    [Fact]
    public void Every_row_is_tested_once_and_no_group_is_on_both_sides() => Cases.Sample(sample =>
    {
        var folds = ReadSplit.All(ReadSplit.Catalog.GroupKFold(ReadSplit.View(sample.Rows), nameof(SplitRow.Group), sample.Folds, sample.Seed));

        Assert.Equal(sample.Folds, folds.Count);
        Assert.Equal(sample.Rows.Select(row => row.Id), folds.SelectMany(fold => fold.Test).Select(row => row.Id).Order());
        Assert.All(folds, fold =>
        {
            Assert.NotEmpty(fold.Test);
            Assert.Equal(sample.Rows.Count, fold.Train.Count + fold.Test.Count);
            Assert.Empty(fold.Train.Select(row => row.Group).Intersect(fold.Test.Select(row => row.Group)));
        });
    }, iter: 60);

    [Fact]
    public void The_folds_do_not_depend_on_the_order_of_the_rows() => Cases.Sample(sample =>
    {
        var forward = Tested(sample.Rows);
        var backward = Tested(Enumerable.Reverse(sample.Rows));

        Assert.Equal(forward, backward);

        List<string> Tested(IEnumerable<SplitRow> rows) =>
        [
            .. ReadSplit.All(ReadSplit.Catalog.GroupKFold(ReadSplit.View(rows), nameof(SplitRow.Group), sample.Folds, sample.Seed))
                .Select(fold => string.Join(' ', fold.Test.Select(row => row.Id).Order())),
        ];
    }, iter: 30);

    [Fact]
    public void Folds_are_as_large_as_those_of_scikit_learn()
    {
        foreach (var reference in ReferenceFile.Open("splits").Rows("group_folds"))
        {
            var rows = ReadSplit.View(ReadSplit.RowsOf(reference.Table("counts")));
            foreach (var split in reference.Rows("splits"))
            {
                var folds = ReadSplit.All(ReadSplit.Catalog.GroupKFold(rows, nameof(SplitRow.Group), split.Count("folds")));
                Assert.Equal(split.Numbers("groupKFoldSizes"), folds.Select(fold => (double)fold.Test.Count).Order());
            }
        }
    }

    [Fact]
    public void ML_NETs_own_folds_share_the_rows_at_their_boundaries_and_ours_do_not()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 1100).Select(id => new SplitRow { Id = id, Hour = id % 11 }));

        var theirs = ReadSplit.All(ReadSplit.Catalog.CrossValidationSplit(rows, numberOfFolds: 2, samplingKeyColumnName: nameof(SplitRow.Hour)));
        var ours = ReadSplit.All(ReadSplit.Catalog.GroupKFold(rows, nameof(SplitRow.Hour), numberOfFolds: 2));

        Assert.Equal(1200, theirs.Sum(fold => fold.Test.Count));
        Assert.Equal(1100, ours.Sum(fold => fold.Test.Count));
    }

    [Fact]
    public void Rows_without_a_group_are_dealt_one_by_one_and_none_is_lost()
    {
        var rows = Enumerable.Range(0, 400).Select(id => new SplitRow { Id = id, Group = id % 2 == 0 ? "" : $"P{id % 20}" }).ToList();

        var folds = ReadSplit.All(ReadSplit.Catalog.GroupKFold(ReadSplit.View(rows), nameof(SplitRow.Group), numberOfFolds: 4));

        Assert.Equal(rows.Select(row => row.Id), folds.SelectMany(fold => fold.Test).Select(row => row.Id).Order());
        Assert.All(folds, fold => Assert.InRange(fold.Test.Count(row => row.Group.Length == 0), 30, 70));
    }

    [Fact]
    public void Each_site_is_left_out_once_in_the_order_of_their_names()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 90).Select(id => new SplitRow { Id = id, Group = $"Site {(char)('C' - (id % 3))}" }));

        var folds = ReadSplit.All(ReadSplit.Catalog.LeaveOneGroupOut(rows, nameof(SplitRow.Group)));

        Assert.Equal(["Site A", "Site B", "Site C"], folds.Select(fold => Assert.Single(fold.Test.Select(row => row.Group).Distinct())));
        Assert.All(folds, fold => Assert.Equal((60, 30), (fold.Train.Count, fold.Test.Count)));
    }

    [Fact]
    public void A_row_of_no_site_cannot_be_left_out_with_its_site()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 9).Select(id => new SplitRow { Group = id == 4 ? "" : $"S{id % 3}" }));

        var error = Assert.Throws<InvalidOperationException>(() => ReadSplit.Catalog.LeaveOneGroupOut(rows, nameof(SplitRow.Group)));

        Assert.Contains("1 rows have no value in 'Group'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_groups_than_folds_are_refused()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 9).Select(id => new SplitRow { Group = $"S{id % 3}" }));

        var error = Assert.Throws<InvalidOperationException>(() => ReadSplit.Catalog.GroupKFold(rows, nameof(SplitRow.Group), numberOfFolds: 4));

        Assert.Contains("3 groups of 'Group', too few for 4 folds", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReadSplit.Catalog.GroupKFold(rows, nameof(SplitRow.Group), numberOfFolds: 1));
    }

    [Fact]
    public void A_group_for_every_row_is_as_good_as_none()
    {
        var rows = ReadSplit.View(Enumerable.Range(0, 50).Select(id => new SplitRow { Id = id, Group = $"Row {id}" }));

        Assert.All(ReadSplit.All(ReadSplit.Catalog.GroupKFold(rows, nameof(SplitRow.Group))), fold => Assert.Equal(10, fold.Test.Count));
        Assert.Equal(50, ReadSplit.Catalog.LeaveOneGroupOut(rows, nameof(SplitRow.Group)).Count);
    }
}
