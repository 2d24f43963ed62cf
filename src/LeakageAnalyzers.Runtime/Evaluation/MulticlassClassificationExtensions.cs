using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Evaluation of classifiers of several classes with intervals, on ML.NET's own <see cref="MulticlassClassificationCatalog"/>.</summary>
public static class MulticlassClassificationExtensions
{
    /// <summary>
    /// Evaluates scored rows as <c>Evaluate</c> does, and says how far each number can be trusted: intervals by the bootstrap, all metrics on the same resamples.
    /// </summary>
    /// <remarks>The prediction is the class of highest score, whatever a predicted label was mapped to since, as in ML.NET.</remarks>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows. They are read once.</param>
    /// <param name="labelColumnName">The column of the true class, a key.</param>
    /// <param name="scoreColumnName">The column of the scores of all classes.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="topKPredictionCount">The k of top-k accuracy; 0 for none.</param>
    /// <param name="options">How intervals are computed; null for 95 % percentile intervals of 2,000 resamples.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a label is missing, a score is not finite, or there are fewer than two rows, groups or classes.
    /// </exception>
    public static MulticlassClassificationEvaluation EvaluateWithIntervals(
        this MulticlassClassificationCatalog catalog,
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        int topKPredictionCount = 0,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        Check.AtLeast(0, topKPredictionCount);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        return MulticlassClassificationEvaluation.Of(
            ScoredMulticlassRows.Read(call.Reading(data), labelColumnName, scoreColumnName, topKPredictionCount, groupColumnName), checkedOptions, call);
    }

    /// <summary>Says whether one model is better than another by a margin, on the same rows and the same resamples of them.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="first">The rows as the first model scored them.</param>
    /// <param name="second">The same rows, in the same order, as the second model scored them.</param>
    /// <param name="margin">The smallest difference that matters, in the metric's unit; not negative.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="labelColumnName">The column of the true class, a key.</param>
    /// <param name="scoreColumnName">The column of the scores of all classes.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How the interval is computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for the evaluation; or the rows are not the same, or the metric has no value for a model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ModelComparison CompareModels(
        this MulticlassClassificationCatalog catalog,
        IDataView first,
        IDataView second,
        double margin,
        MulticlassClassificationMetric metric = MulticlassClassificationMetric.MacroAccuracy,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        ScoredMulticlassRows Read(IDataView data) => ScoredMulticlassRows.Read(call.Reading(data), labelColumnName, scoreColumnName, topK: 0, groupColumnName);
        return PairedBootstrap.Compare(Read(Check.NotNull(first)), Read(Check.NotNull(second)), MulticlassMetrics.All[(int)metric], margin, checkedOptions, call);
    }
}
