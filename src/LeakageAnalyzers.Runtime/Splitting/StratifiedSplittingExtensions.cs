using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime;

/// <summary>Splits that keep the share of each class, which ML.NET lacks: its <c>samplingKeyColumnName</c> does the opposite.</summary>
/// <remarks>
/// A label may be text, a number without fraction, a key, a truth value or a date; rows without one are a class of their own. Groups are as in
/// <see cref="SplittingExtensions"/>.
/// </remarks>
public static class StratifiedSplittingExtensions
{
    /// <summary>
    /// Cuts rows into folds such that no group is in two of them and the classes have nearly the same share in each, like scikit-learn's
    /// <c>StratifiedGroupKFold</c>; moves and exchanges of groups follow its greedy choice while they make the folds more even.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows. They are read once, for their groups and classes.</param>
    /// <param name="labelColumnName">The column that holds the class of a row.</param>
    /// <param name="groupColumnName">The column that names the group of a row.</param>
    /// <param name="numberOfFolds">The number of folds, at least 2.</param>
    /// <param name="seed">Orders groups that are alike; null is a fixed number.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, its type cannot name a group or class, or the label is continuous.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numberOfFolds"/> is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or fewer groups than folds.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TrainTestData> StratifiedGroupKFold(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, string groupColumnName, int numberOfFolds = 5, int? seed = null, CancellationToken cancellation = default)
    {
        var label = FindLabel(catalog, data, labelColumnName);
        var group = GroupColumn.Find(data, groupColumnName);
        Check.AtLeast(2, numberOfFolds);
        var shares = Enumerable.Repeat(1.0 / numberOfFolds, numberOfFolds).ToArray();
        return Parts.Folds(data, StratifiedGroups.Deal(new LongCall(progress: null, cancellation).Reading(data), group, label, shares, Seed.Of(seed), cancellation), numberOfFolds);
    }

    /// <summary>Splits rows into train and test such that each class has the same share of both, like scikit-learn's <c>train_test_split(stratify=…)</c>.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">
    /// The rows. Without groups they are read twice and the test rows are kept as a bitmap of one bit a row; with groups they are read once.
    /// </param>
    /// <param name="labelColumnName">The column that holds the class of a row.</param>
    /// <param name="testFraction">The wanted share of test rows, between 0 and 1.</param>
    /// <param name="groupColumnName">The column that names the group of a row, where several rows can be of one; the classes are then as even as whole groups permit.</param>
    /// <param name="seed">Decides the draw; null is a fixed number.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, its type cannot name a group or class, or the label is continuous.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are no rows; there is one group only; or, without groups, a class has one row only or a side would have fewer rows than there are classes.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainTestData StratifiedTrainTestSplit(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, double testFraction = 0.1, string? groupColumnName = null, int? seed = null, CancellationToken cancellation = default)
    {
        var label = FindLabel(catalog, data, labelColumnName);
        Check.InsideUnitInterval(testFraction);
        RowAssignment assignment = groupColumnName is null
            ? StratifiedRows.Draw(new LongCall(progress: null, cancellation).Reading(data), label, testFraction, Seed.Of(seed))
            : StratifiedGroups.Deal(new LongCall(progress: null, cancellation).Reading(data), GroupColumn.Find(data, groupColumnName), label, [testFraction, 1 - testFraction], Seed.Of(seed), cancellation);
        return Parts.TrainTest(data, assignment);
    }

    private static DataViewSchema.Column FindLabel(DataOperationsCatalog catalog, IDataView data, string labelColumnName)
    {
        Check.NotNull(catalog);
        return NamedColumn.FindNaming(Check.NotNull(data), labelColumnName, "classes");
    }
}
