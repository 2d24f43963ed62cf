using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// Deals groups into folds as scikit-learn's <c>GroupKFold</c> does: the largest group first, each into the fold that has the fewest rows so far. The seed
/// orders groups of one size.
/// </summary>
internal static class GroupFolds
{
    /// <summary>One part a fold.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, or fewer groups than folds.</exception>
    public static GroupAssignment Deal(IDataView data, DataViewSchema.Column column, int folds, long seed)
    {
        var ungrouped = RowDraw.Of([.. Enumerable.Repeat(1.0 / folds, folds)], seed);
        var tally = GroupTally.Read(data, column, label: null, ungrouped);
        Parts.Require(tally, column.Name, folds);
        var rowsOfFold = new long[folds];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in tally.Groups.OrderByDescending(group => group.Value[0])
            .ThenBy(group => RowDraw.Rank(group.Key, seed)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var lightest = Array.IndexOf(rowsOfFold, rowsOfFold.Min());
            foldOf[group.Key] = lightest;
            rowsOfFold[lightest] += group.Value[0];
        }

        return new GroupAssignment(column, foldOf, ungrouped);
    }

    /// <summary>Each group a part of its own, in the ordinal order of their names.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, one group only, or rows without a group.</exception>
    public static (GroupAssignment Assignment, int Groups) OneByOne(IDataView data, DataViewSchema.Column column)
    {
        var noDraw = RowDraw.Of([1.0], seed: 0);
        var tally = GroupTally.Read(data, column, label: null, noDraw);
        if (tally.UngroupedRows > 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{tally.UngroupedRows} rows have no value in '{column.Name}': it is not known with which group they are to be left out. Fill them in or filter them out."));
        }

        Parts.Require(tally, column.Name, parts: 2);
        var partOf = tally.Groups.Keys.OrderBy(group => group, StringComparer.Ordinal)
            .Select((group, part) => (group, part)).ToDictionary(entry => entry.group, entry => entry.part, StringComparer.Ordinal);
        return (new GroupAssignment(column, partOf, noDraw), partOf.Count);
    }
}
