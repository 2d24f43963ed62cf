using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Numbers the parts of a split and makes train and test rows of them.</summary>
internal static class Parts
{
    /// <summary>The part that is tested, where there are two.</summary>
    public const int Test = 0;

    /// <summary>The part that is trained on, where there are two.</summary>
    public const int Train = 1;

    /// <summary>Part 0 tested, the rest trained on.</summary>
    public static TrainTestData TrainTest(IDataView data, RowAssignment assignment) => Fold(data, assignment, Test);

    /// <summary>Each part tested once, by a model that is trained on all others.</summary>
    public static IReadOnlyList<TrainTestData> Folds(IDataView data, RowAssignment assignment, int parts) =>
        [.. Enumerable.Range(0, parts).Select(part => Fold(data, assignment, part))];

    /// <summary>Makes sure that whole groups can fill every part.</summary>
    /// <exception cref="InvalidOperationException">They cannot.</exception>
    public static void Require(GroupTally tally, string column, int parts)
    {
        var (groups, ungrouped) = (tally.Groups.Count, tally.UngroupedRows);
        if (groups + ungrouped == 0)
        {
            throw new InvalidOperationException("There are no rows to split.");
        }

        if (groups >= parts || tally.PartsOfUngroupedRows == parts)
        {
            return;
        }

        throw new InvalidOperationException(
            ungrouped > 0 ? Invariant($"This draw of {groups} groups and {ungrouped} rows without a value in '{column}' leaves one of {parts} parts empty; use another seed or other shares.")
            : groups == 1 ? $"All rows belong to one group of '{column}', so one side of the split would be empty."
            : Invariant($"The rows belong to {groups} groups of '{column}', too few for {parts} folds."));
    }

    private static TrainTestData Fold(IDataView data, RowAssignment assignment, int tested) => TrainTestParts.Of(
        new PartitionView(data, assignment, part => part != tested), new PartitionView(data, assignment, part => part == tested));
}
