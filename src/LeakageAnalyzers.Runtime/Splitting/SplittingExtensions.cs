using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime;

/// <summary>Splits that ML.NET lacks, on its own <see cref="DataOperationsCatalog"/> and with its own result.</summary>
public static class SplittingExtensions
{
    // ML.NET's own splits fall back to the same number.
    private const int DefaultSeed = 42;

    /// <summary>
    /// Splits rows into train and test such that no group is on both sides, like scikit-learn's <c>GroupShuffleSplit</c>, but with the share counted in rows as
    /// ML.NET counts it.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows. They are read once, here, for their groups.</param>
    /// <param name="groupColumnName">The column that names the group of a row: text, a number, a key, a truth value or a date. A row in which it is missing (empty
    /// text, NaN, key zero) is a group of its own; no row is lost.</param>
    /// <param name="testFraction">The wanted share of test rows, between 0 and 1; whole groups come as near to it as they can in the order of the draw.</param>
    /// <param name="seed">Decides the draw, together with the names of the groups and nothing else; null is a fixed number, as in ML.NET.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or all belong to one group.</exception>
    public static TrainTestData GroupTrainTestSplit(
        this DataOperationsCatalog catalog, IDataView data, string groupColumnName, double testFraction = 0.1, int? seed = null)
    {
        Check.NotNull(catalog);
        Check.NotNull(data);
        Check.NotNull(groupColumnName);
        Check.InsideUnitInterval(testFraction);
        var column = GroupColumn.Find(data, groupColumnName);
        var assignment = GroupAssignment.Draw(data, column, testFraction, seed ?? DefaultSeed);
        return TrainTestParts.Of(
            new PartitionView(data, column, assignment, isTest: false), new PartitionView(data, column, assignment, isTest: true));
    }

    /// <summary>As the other overload, by the member of <typeparamref name="TRow"/> that is marked with <see cref="GroupKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="TRow"/> marks no member or several, or the rows lack the column.</exception>
    public static TrainTestData GroupTrainTestSplit<TRow>(
        this DataOperationsCatalog catalog, IDataView data, double testFraction = 0.1, int? seed = null) =>
        catalog.GroupTrainTestSplit(data, GroupColumn.Of<TRow>(), testFraction, seed);
}
