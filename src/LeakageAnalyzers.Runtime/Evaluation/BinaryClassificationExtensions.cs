using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Evaluation of binary classifiers with intervals, on ML.NET's own <see cref="BinaryClassificationCatalog"/>.</summary>
public static class BinaryClassificationExtensions
{
    /// <summary>
    /// Evaluates scored rows as <c>Evaluate</c> does, and says how far each number can be trusted: intervals by the bootstrap, all metrics on the same resamples.
    /// </summary>
    /// <remarks>
    /// Name the group column wherever several rows come from one patient, subject or site: rows drawn one by one would make the intervals too narrow.
    /// Decisions are taken from the predicted label, so that a changed threshold is heeded, which ML.NET's own <c>Evaluate</c> overlooks.
    /// </remarks>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows, of both classes. They are read once.</param>
    /// <param name="labelColumnName">The column of the truth.</param>
    /// <param name="scoreColumnName">The column of the score, higher for positive.</param>
    /// <param name="probabilityColumnName">The column of the probability of the positive class.</param>
    /// <param name="predictedLabelColumnName">The column of the decision.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed; null for 95 % percentile intervals of 2,000 resamples.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a score is NaN, a probability lies outside 0 to 1, all rows are of one class, or there are fewer than two rows or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BinaryClassificationEvaluation EvaluateWithIntervals(
        this BinaryClassificationCatalog catalog,
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var columns = new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, Check.NotNull(probabilityColumnName));
        return Evaluate(data, columns, groupColumnName, options, new LongCall(progress, cancellation));
    }

    /// <summary>As <see cref="EvaluateWithIntervals"/>, for a model that gives no probabilities: what needs them is left out, and says so.</summary>
    /// <inheritdoc cref="EvaluateWithIntervals" path="/param"/>
    /// <inheritdoc cref="EvaluateWithIntervals" path="/exception"/>
    public static BinaryClassificationEvaluation EvaluateNonCalibratedWithIntervals(
        this BinaryClassificationCatalog catalog,
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        return Evaluate(data, new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, Probability: null), groupColumnName, options, new LongCall(progress, cancellation));
    }

    /// <summary>Says whether one model is better than another by a margin, on the same rows and the same resamples of them.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="first">The rows as the first model scored them.</param>
    /// <param name="second">The same rows, in the same order, as the second model scored them.</param>
    /// <param name="margin">The smallest difference that matters, in the metric's unit; not negative.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="labelColumnName">The column of the truth.</param>
    /// <param name="scoreColumnName">The column of the score, higher for positive.</param>
    /// <param name="probabilityColumnName">The column of the probability; a model without it can be compared by metrics that need none.</param>
    /// <param name="predictedLabelColumnName">The column of the decision.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How the interval is computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for the evaluation; or the rows are not the same, or the metric has no value for a model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ModelComparison CompareModels(
        this BinaryClassificationCatalog catalog,
        IDataView first,
        IDataView second,
        double margin,
        BinaryClassificationMetric metric = BinaryClassificationMetric.AreaUnderRocCurve,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        ScoredBinaryRows Read(IDataView data)
        {
            var probability = Check.NotNull(data).Schema.GetColumnOrNull(probabilityColumnName) is null ? null : probabilityColumnName;
            return ScoredBinaryRows.Read(call.Reading(data), new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, probability), groupColumnName);
        }

        return PairedBootstrap.Compare(Read(Check.NotNull(first)), Read(Check.NotNull(second)), BinaryMetrics.All[(int)metric], margin, checkedOptions, call);
    }

    private static BinaryClassificationEvaluation Evaluate(IDataView data, BinaryColumns columns, string? groupColumnName, IntervalOptions? options, LongCall call)
    {
        var checkedOptions = IntervalOptions.Checked(options);
        return BinaryClassificationEvaluation.Of(ScoredBinaryRows.Read(call.Reading(data), columns, groupColumnName), checkedOptions, call);
    }
}
