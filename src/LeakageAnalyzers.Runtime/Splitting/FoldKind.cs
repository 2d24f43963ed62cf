using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>How a cross-validation cuts its folds.</summary>
/// <param name="GroupColumnName">The column that names the group of a row; null where a row is its own.</param>
/// <param name="ClassColumnName">The column whose classes every fold has its share of; null where it does not matter.</param>
internal sealed record FoldKind(string? GroupColumnName, string? ClassColumnName = null)
{
    /// <summary>Folds for a classifier: without the share of each class, a fold of whole groups can lack one, and then most metrics are undefined.</summary>
    public static FoldKind OfClasses(string? groupColumnName, string labelColumnName) => new(groupColumnName, labelColumnName);

    /// <summary>Cuts the folds.</summary>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group or class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numberOfFolds"/> is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are too few rows or groups.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<TrainTestData> Cut(IDataView data, int numberOfFolds, int seed, LongCall call)
    {
        var counted = call.Reading(data);
        Check.AtLeast(2, numberOfFolds);
        if (GroupColumnName is null)
        {
            return Parts.Folds(data, RowFolds.Draw(counted, numberOfFolds, seed), numberOfFolds);
        }

        var group = GroupColumn.Find(data, GroupColumnName, "groupColumnName");
        var assignment = ClassColumnName is null
            ? GroupFolds.Deal(counted, group, numberOfFolds, seed)
            : StratifiedGroups.Deal(counted, group, NamedColumn.FindNaming(data, ClassColumnName, "classes", "labelColumnName"), [.. Enumerable.Repeat(1.0 / numberOfFolds, numberOfFolds)], seed, call.Cancellation);
        return Parts.Folds(data, assignment, numberOfFolds);
    }
}
