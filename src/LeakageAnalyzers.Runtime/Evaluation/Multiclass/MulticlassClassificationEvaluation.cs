using LeakageAnalyzers.Runtime.Progress;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a classifier of several classes scored on test rows, every metric with its interval.</summary>
public sealed class MulticlassClassificationEvaluation : ModelEvaluation
{
    private readonly int topK;

    private MulticlassClassificationEvaluation(ScoredMulticlassRows rows, IReadOnlyList<MetricEstimate> metrics, IntervalOptions options)
        : base(rows, metrics, options) => (Classes, topK) = (rows.ClassNames, rows.TopK ?? 0);

    /// <summary>The classes that the model knows, in the order of its scores.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc cref="MulticlassClassificationMetric.MicroAccuracy"/>
    public MetricEstimate MicroAccuracy => this[MulticlassClassificationMetric.MicroAccuracy];

    /// <inheritdoc cref="MulticlassClassificationMetric.MacroAccuracy"/>
    public MetricEstimate MacroAccuracy => this[MulticlassClassificationMetric.MacroAccuracy];

    /// <inheritdoc cref="MulticlassClassificationMetric.LogLoss"/>
    public MetricEstimate LogLoss => this[MulticlassClassificationMetric.LogLoss];

    /// <inheritdoc cref="MulticlassClassificationMetric.LogLossReduction"/>
    public MetricEstimate LogLossReduction => this[MulticlassClassificationMetric.LogLossReduction];

    /// <inheritdoc cref="MulticlassClassificationMetric.TopKAccuracy"/>
    public MetricEstimate TopKAccuracy => this[MulticlassClassificationMetric.TopKAccuracy];

    /// <summary>Top-k accuracy for every k from 1 to the one that was asked for; empty where none was.</summary>
    public IReadOnlyList<MetricEstimate> TopKAccuracyForAllK => [.. Enumerable.Range(1, topK).Select(count => this[FormattableString.Invariant($"TopKAccuracy[{count}]")])];

    /// <inheritdoc cref="MulticlassClassificationMetric.AreaUnderRocCurve"/>
    public MetricEstimate AreaUnderRocCurve => this[MulticlassClassificationMetric.AreaUnderRocCurve];

    /// <inheritdoc cref="MulticlassClassificationMetric.AveragePrecision"/>
    public MetricEstimate AveragePrecision => this[MulticlassClassificationMetric.AveragePrecision];

    /// <inheritdoc cref="MulticlassClassificationMetric.SensitivityAtSpecificity"/>
    public MetricEstimate SensitivityAtSpecificity => this[MulticlassClassificationMetric.SensitivityAtSpecificity];

    /// <inheritdoc cref="MulticlassClassificationMetric.MatthewsCorrelation"/>
    public MetricEstimate MatthewsCorrelation => this[MulticlassClassificationMetric.MatthewsCorrelation];

    /// <inheritdoc cref="MulticlassClassificationMetric.BrierScore"/>
    public MetricEstimate BrierScore => this[MulticlassClassificationMetric.BrierScore];

    /// <inheritdoc cref="MulticlassClassificationMetric.ExpectedCalibrationError"/>
    public MetricEstimate ExpectedCalibrationError => this[MulticlassClassificationMetric.ExpectedCalibrationError];

    /// <inheritdoc cref="MulticlassClassificationMetric.CalibrationSlope"/>
    public MetricEstimate CalibrationSlope => this[MulticlassClassificationMetric.CalibrationSlope];

    /// <summary>The log loss of the rows of each class, in the order of <see cref="Classes"/>.</summary>
    public IReadOnlyList<MetricEstimate> PerClassLogLoss => [.. Classes.Select(name => this[$"PerClassLogLoss[{name}]"])];

    /// <summary>The share of each class's rows predicted right (its sensitivity), in the order of <see cref="Classes"/>.</summary>
    public IReadOnlyList<MetricEstimate> PerClassRecall => [.. Classes.Select(name => this[$"PerClassRecall[{name}]"])];

    /// <summary>
    /// The share of right ones among the rows predicted to be of each class, in the order of <see cref="Classes"/>; without value, and not 0 as in ML.NET, where no row
    /// was predicted to be of it.
    /// </summary>
    public IReadOnlyList<MetricEstimate> PerClassPrecision => [.. Classes.Select(name => this[$"PerClassPrecision[{name}]"])];

    /// <summary>The estimate of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public MetricEstimate this[MulticlassClassificationMetric metric] => this[metric.ToString()];

    internal static MulticlassClassificationEvaluation Of(ScoredMulticlassRows rows, IntervalOptions options, LongCall call) =>
        new(rows, MetricIntervals.Of(rows, MulticlassMetrics.Of(rows), options, call), options);
}
