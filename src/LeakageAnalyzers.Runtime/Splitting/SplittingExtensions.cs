using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime;

/// <summary>Splits by whole groups that ML.NET lacks, on its own <see cref="DataOperationsCatalog"/> and with its own result.</summary>
/// <remarks>
/// The column that names the group of a row may be text, a number, a key, a truth value or a date. A row in which it is missing (empty text, NaN, key zero) is
/// a group of its own; no row is lost. The rows are read once, for their groups; memory grows with the number of groups. The seed decides the result together
/// with the names of the groups and nothing else; null is a fixed number, as in ML.NET.
/// </remarks>
public static class SplittingExtensions
{
    /// <summary>
    /// Splits rows into train and test such that no group is on both sides, like scikit-learn's <c>GroupShuffleSplit</c>, but with the share counted in rows as
    /// ML.NET counts it.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="groupColumnName">The column that names the group of a row.</param>
    /// <param name="testFraction">The wanted share of test rows, between 0 and 1; whole groups come as near to it as they can in the order of the draw.</param>
    /// <param name="seed">Decides the draw.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or all belong to one group.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainTestData GroupTrainTestSplit(
        this DataOperationsCatalog catalog, IDataView data, string groupColumnName, double testFraction = 0.1, int? seed = null, CancellationToken cancellation = default)
    {
        var column = Find(catalog, data, groupColumnName);
        Check.InsideUnitInterval(testFraction);
        return Parts.TrainTest(data, ShuffledGroups.Draw(new LongCall(progress: null, cancellation).Reading(data), column, testFraction, Seed.Of(seed)));
    }

    /// <summary>As the other overload, by the member of <typeparamref name="TRow"/> that is marked with <see cref="GroupKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="TRow"/> marks no member or several, or the rows lack the column.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainTestData GroupTrainTestSplit<TRow>(
        this DataOperationsCatalog catalog, IDataView data, double testFraction = 0.1, int? seed = null, CancellationToken cancellation = default) =>
        catalog.GroupTrainTestSplit(data, GroupColumn.Of<TRow>(), testFraction, seed, cancellation);

    /// <summary>
    /// Cuts rows into folds of nearly equal size such that no group is in two of them, as scikit-learn's <c>GroupKFold</c> does: each fold is tested once and
    /// trained on in all others.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="groupColumnName">The column that names the group of a row.</param>
    /// <param name="numberOfFolds">The number of folds, at least 2.</param>
    /// <param name="seed">Orders groups of the same size.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numberOfFolds"/> is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or fewer groups than folds.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TrainTestData> GroupKFold(
        this DataOperationsCatalog catalog, IDataView data, string groupColumnName, int numberOfFolds = 5, int? seed = null, CancellationToken cancellation = default)
    {
        var column = Find(catalog, data, groupColumnName);
        Check.AtLeast(2, numberOfFolds);
        return Parts.Folds(data, GroupFolds.Deal(new LongCall(progress: null, cancellation).Reading(data), column, numberOfFolds, Seed.Of(seed)), numberOfFolds);
    }

    /// <summary>
    /// Holds out each group once, as scikit-learn's <c>LeaveOneGroupOut</c> does: each site, scanner or hospital is tested by a model that has never seen it.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="groupColumnName">The column that names the group of a row.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <returns>A fold for each group, in the ordinal order of their names.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, all belong to one group, or some have none: these cannot be left out with their group.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TrainTestData> LeaveOneGroupOut(this DataOperationsCatalog catalog, IDataView data, string groupColumnName, CancellationToken cancellation = default)
    {
        var (assignment, groups) = GroupFolds.OneByOne(new LongCall(progress: null, cancellation).Reading(data), Find(catalog, data, groupColumnName));
        return Parts.Folds(data, assignment, groups);
    }

    private static DataViewSchema.Column Find(DataOperationsCatalog catalog, IDataView data, string groupColumnName)
    {
        Check.NotNull(catalog);
        return GroupColumn.Find(Check.NotNull(data), groupColumnName);
    }
}
