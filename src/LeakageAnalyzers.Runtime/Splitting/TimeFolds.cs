using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Cuts rows in time, between two times and never among rows of one time.</summary>
internal static class TimeFolds
{
    /// <summary>The latest rows tested, those before them trained on.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, rows without a time, or all rows are of one time.</exception>
    public static TrainTestData Cut(IDataView data, TimeLine line, DataViewSchema.Column column, double testFraction)
    {
        if (line.Times == 1)
        {
            throw new InvalidOperationException($"All {line.Rows} rows have the same '{column.Name}': none is later than another.");
        }

        var assignment = new TimeAssignment(column, line.TimeAfter((1 - testFraction) * line.Rows));
        return TrainTestParts.Of(new PartitionView(data, assignment, part => part == 0), new PartitionView(data, assignment, part => part == 1));
    }

    /// <summary>Test rows behind each other, each fold trained on rows before its own, by the arithmetic of scikit-learn's <c>TimeSeriesSplit</c>.</summary>
    /// <exception cref="InvalidOperationException">There are rows without a time, too few rows, or a fold is empty since many rows are of one time.</exception>
    public static IReadOnlyList<TrainTestData> Roll(IDataView data, TimeLine line, DataViewSchema.Column column, int folds, long? testRows, long? mostTrainRows, long gap)
    {
        var rows = testRows ?? line.Rows / (folds + 1);
        var firstTest = line.Rows - (folds * rows);
        return rows == 0 || firstTest - gap <= 0
            ? throw new InvalidOperationException(Invariant(
                $"{line.Rows} rows are too few for {folds} folds of {rows} test rows and a gap of {gap}: the first fold has nothing to train on."))
            : [.. Enumerable.Range(0, folds).Select(fold => Fold(data, column, line, fold, firstTest + (fold * rows), rows, mostTrainRows, gap))];
    }

    private static TrainTestData Fold(
        IDataView data, DataViewSchema.Column column, TimeLine line, int fold, long firstTest, long testRows, long? mostTrainRows, long gap)
    {
        var testStart = line.TimeAt(firstTest);
        var trainEnd = line.TimeAt(firstTest - gap);
        var trainStart = line.TimeAt(mostTrainRows is { } most ? Math.Max(0, firstTest - gap - most) : 0);
        var end = firstTest + testRows;
        long? testEnd = end < line.Rows ? line.TimeAt(end) : null;
        if (trainStart == trainEnd || testStart == testEnd)
        {
            throw new InvalidOperationException(Invariant(
                $"So many rows have the same '{column.Name}' that fold {fold} has no {(trainStart == trainEnd ? "train" : "test")} rows: rows of one time are not cut. Use fewer folds."));
        }

        var assignment = new TimeAssignment(column, testEnd is { } last ? [trainStart, trainEnd, testStart, last] : [trainStart, trainEnd, testStart]);
        return TrainTestParts.Of(new PartitionView(data, assignment, part => part == 1), new PartitionView(data, assignment, part => part == 3));
    }
}
