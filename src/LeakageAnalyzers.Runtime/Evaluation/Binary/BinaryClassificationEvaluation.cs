using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>
/// What a binary classifier scored on test rows: every metric that ML.NET reports, and those it lacks, each with its interval.
/// </summary>
public sealed class BinaryClassificationEvaluation : ModelEvaluation
{
    private BinaryClassificationEvaluation(ScoredBinaryRows rows, IReadOnlyList<MetricEstimate> metrics, IntervalOptions options)
        : base(rows, metrics, options) =>
        Reliability = rows.Probabilities is { } probabilities ? ReliabilityCurve.Of(rows.Labels, probabilities, options.Binning, options.Level) : null;

    /// <summary>
    /// Predicted probabilities against observed shares, in the bins of the expected calibration error; null where the model gives no probabilities. The intervals of
    /// its bins take rows to be independent.
    /// </summary>
    public ReliabilityCurve? Reliability { get; }

    /// <inheritdoc cref="BinaryClassificationMetric.AreaUnderRocCurve"/>
    public MetricEstimate AreaUnderRocCurve => this[BinaryClassificationMetric.AreaUnderRocCurve];

    /// <inheritdoc cref="BinaryClassificationMetric.Accuracy"/>
    public MetricEstimate Accuracy => this[BinaryClassificationMetric.Accuracy];

    /// <inheritdoc cref="BinaryClassificationMetric.PositivePrecision"/>
    public MetricEstimate PositivePrecision => this[BinaryClassificationMetric.PositivePrecision];

    /// <inheritdoc cref="BinaryClassificationMetric.PositiveRecall"/>
    public MetricEstimate PositiveRecall => this[BinaryClassificationMetric.PositiveRecall];

    /// <inheritdoc cref="BinaryClassificationMetric.NegativePrecision"/>
    public MetricEstimate NegativePrecision => this[BinaryClassificationMetric.NegativePrecision];

    /// <inheritdoc cref="BinaryClassificationMetric.NegativeRecall"/>
    public MetricEstimate NegativeRecall => this[BinaryClassificationMetric.NegativeRecall];

    /// <inheritdoc cref="BinaryClassificationMetric.F1Score"/>
    public MetricEstimate F1Score => this[BinaryClassificationMetric.F1Score];

    /// <inheritdoc cref="BinaryClassificationMetric.AreaUnderPrecisionRecallCurve"/>
    public MetricEstimate AreaUnderPrecisionRecallCurve => this[BinaryClassificationMetric.AreaUnderPrecisionRecallCurve];

    /// <inheritdoc cref="BinaryClassificationMetric.LogLoss"/>
    public MetricEstimate LogLoss => this[BinaryClassificationMetric.LogLoss];

    /// <inheritdoc cref="BinaryClassificationMetric.LogLossReduction"/>
    public MetricEstimate LogLossReduction => this[BinaryClassificationMetric.LogLossReduction];

    /// <inheritdoc cref="BinaryClassificationMetric.Entropy"/>
    public MetricEstimate Entropy => this[BinaryClassificationMetric.Entropy];

    /// <inheritdoc cref="BinaryClassificationMetric.AveragePrecision"/>
    public MetricEstimate AveragePrecision => this[BinaryClassificationMetric.AveragePrecision];

    /// <inheritdoc cref="BinaryClassificationMetric.BalancedAccuracy"/>
    public MetricEstimate BalancedAccuracy => this[BinaryClassificationMetric.BalancedAccuracy];

    /// <inheritdoc cref="BinaryClassificationMetric.MatthewsCorrelation"/>
    public MetricEstimate MatthewsCorrelation => this[BinaryClassificationMetric.MatthewsCorrelation];

    /// <inheritdoc cref="BinaryClassificationMetric.SensitivityAtSpecificity"/>
    public MetricEstimate SensitivityAtSpecificity => this[BinaryClassificationMetric.SensitivityAtSpecificity];

    /// <inheritdoc cref="BinaryClassificationMetric.BrierScore"/>
    public MetricEstimate BrierScore => this[BinaryClassificationMetric.BrierScore];

    /// <inheritdoc cref="BinaryClassificationMetric.ExpectedCalibrationError"/>
    public MetricEstimate ExpectedCalibrationError => this[BinaryClassificationMetric.ExpectedCalibrationError];

    /// <inheritdoc cref="BinaryClassificationMetric.CalibrationSlope"/>
    public MetricEstimate CalibrationSlope => this[BinaryClassificationMetric.CalibrationSlope];

    /// <inheritdoc cref="BinaryClassificationMetric.CalibrationInTheLarge"/>
    public MetricEstimate CalibrationInTheLarge => this[BinaryClassificationMetric.CalibrationInTheLarge];

    /// <summary>The estimate of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public MetricEstimate this[BinaryClassificationMetric metric] => this[metric.ToString()];

    internal static BinaryClassificationEvaluation Of(ScoredBinaryRows rows, IntervalOptions options, LongCall call) =>
        new(rows, MetricIntervals.Of(rows, BinaryMetrics.All, options, call), options);
}
