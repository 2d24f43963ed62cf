using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime;

/// <summary>Splits that test later rows than they train on, which ML.NET lacks.</summary>
/// <remarks>
/// A time is a date, a time span or a number. The rows need not be in order. Rows of one time are never cut: where scikit-learn would cut among them, the cut
/// lies before them. The rows are read once, for their times; memory grows with the number of distinct times.
/// </remarks>
public static class TemporalSplittingExtensions
{
    /// <summary>Splits rows into train and test such that every test row is later than every train row.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="timeColumnName">The column that says when the row was observed.</param>
    /// <param name="testFraction">The wanted share of test rows, between 0 and 1; whole times come as near to it as they can.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type has no order in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, some have no time, or all have the same.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainTestData TemporalTrainTestSplit(
        this DataOperationsCatalog catalog, IDataView data, string timeColumnName, double testFraction = 0.1, CancellationToken cancellation = default)
    {
        var column = Find(catalog, data, timeColumnName);
        return TimeFolds.Cut(data, TimeLine.Read(new LongCall(progress: null, cancellation).Reading(data), column), column, Check.InsideUnitInterval(testFraction));
    }

    /// <summary>
    /// Cuts rows into folds along time, as scikit-learn's <c>TimeSeriesSplit</c> does: the test rows of each fold follow those of the fold before, and are
    /// trained for on the rows before them.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="timeColumnName">The column that says when the row was observed.</param>
    /// <param name="numberOfFolds">The number of folds, at least 2.</param>
    /// <param name="testSize">The test rows of each fold; by default, as many as make one part of <paramref name="numberOfFolds"/> + 1 equal ones.</param>
    /// <param name="maxTrainSize">The most train rows of a fold, the latest ones, for a window that slides; null for one that grows.</param>
    /// <param name="gap">The rows that are left out between train and test, for labels that are known only later.</param>
    /// <param name="cancellation">Stops at the next row that is counted; the parts that are returned know nothing of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type has no order in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    /// <exception cref="InvalidOperationException">There are too few rows, some have no time, or so many have the same that a fold is empty.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TrainTestData> TimeSeriesSplit(
        this DataOperationsCatalog catalog, IDataView data, string timeColumnName, int numberOfFolds = 5, long? testSize = null, long? maxTrainSize = null, long gap = 0, CancellationToken cancellation = default)
    {
        var column = Find(catalog, data, timeColumnName);
        Check.AtLeast(2, numberOfFolds);
        Check.AtLeast(1, testSize ?? 1, nameof(testSize));
        Check.AtLeast(1, maxTrainSize ?? 1, nameof(maxTrainSize));
        Check.AtLeast(0, gap);
        return TimeFolds.Roll(data, TimeLine.Read(new LongCall(progress: null, cancellation).Reading(data), column), column, numberOfFolds, testSize, maxTrainSize, gap);
    }

    private static DataViewSchema.Column Find(DataOperationsCatalog catalog, IDataView data, string timeColumnName)
    {
        Check.NotNull(catalog);
        return TimeColumn.Find(Check.NotNull(data), timeColumnName);
    }
}
