using LeakageAnalyzers.Runtime.Progress;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a regression model scored on test rows, every metric with its interval.</summary>
public sealed class RegressionEvaluation : ModelEvaluation
{
    private RegressionEvaluation(ScoredRegressionRows rows, IReadOnlyList<MetricEstimate> metrics, IntervalOptions options)
        : base(rows, metrics, options)
    {
    }

    /// <inheritdoc cref="RegressionMetric.MeanAbsoluteError"/>
    public MetricEstimate MeanAbsoluteError => this[RegressionMetric.MeanAbsoluteError];

    /// <inheritdoc cref="RegressionMetric.MeanSquaredError"/>
    public MetricEstimate MeanSquaredError => this[RegressionMetric.MeanSquaredError];

    /// <inheritdoc cref="RegressionMetric.RootMeanSquaredError"/>
    public MetricEstimate RootMeanSquaredError => this[RegressionMetric.RootMeanSquaredError];

    /// <inheritdoc cref="RegressionMetric.RSquared"/>
    public MetricEstimate RSquared => this[RegressionMetric.RSquared];

    /// <inheritdoc cref="RegressionMetric.Bias"/>
    public MetricEstimate Bias => this[RegressionMetric.Bias];

    /// <inheritdoc cref="RegressionMetric.CalibrationSlope"/>
    public MetricEstimate CalibrationSlope => this[RegressionMetric.CalibrationSlope];

    /// <inheritdoc cref="RegressionMetric.PearsonCorrelation"/>
    public MetricEstimate PearsonCorrelation => this[RegressionMetric.PearsonCorrelation];

    /// <summary>The estimate of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public MetricEstimate this[RegressionMetric metric] => this[metric.ToString()];

    internal static RegressionEvaluation Of(ScoredRegressionRows rows, IntervalOptions options, LongCall call) =>
        new(rows, MetricIntervals.Of(rows, RegressionMetrics.All, options, call), options);
}
