using LeakageAnalyzers.Runtime.Statistics;
using static LeakageAnalyzers.Runtime.Evaluation.MetricDirection;
using static LeakageAnalyzers.Runtime.Evaluation.RegressionMetric;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How each metric of regression is computed on a resample.</summary>
internal static class RegressionMetrics
{
    public static IReadOnlyList<Metric<ScoredRegressionRows>> All { get; } =
    [
        Mean(MeanAbsoluteError, LowerIsBetter, Math.Abs, mean => mean),
        Mean(MeanSquaredError, LowerIsBetter, error => error * error, mean => mean),
        Mean(RootMeanSquaredError, LowerIsBetter, error => error * error, Math.Sqrt),
        new(nameof(RSquared), HigherIsBetter, Determination) { WhyUndefined = _ => "All true values are equal." },
        Mean(Bias, ZeroIsBest, error => error, mean => mean),
        Moments(CalibrationSlope, OneIsBest, moments => moments.Covariance / moments.ScoreVariance) with { WhyUndefined = _ => "All predictions are equal." },
        Moments(PearsonCorrelation, HigherIsBetter, moments => moments.Covariance / Math.Sqrt(moments.ScoreVariance * moments.LabelVariance)) with
        {
            WhyUndefined = _ => "All predictions, or all true values, are equal.",
        },
    ];

    private static Metric<ScoredRegressionRows> Mean(RegressionMetric metric, MetricDirection direction, Func<double, double> ofError, Func<double, double> ofMean) =>
        new(metric.ToString(), direction, (rows, _) =>
        {
            var values = rows.Errors.Select(ofError).ToArray();
            return weights => ofMean(WeightedMean.Of(values, weights));
        });

    private static Metric<ScoredRegressionRows> Moments(RegressionMetric metric, MetricDirection direction, Func<PairedMoments, double> measure) =>
        new(metric.ToString(), direction, (rows, _) => weights => measure(PairedMoments.Of(rows.Scores, rows.Labels, weights)));

    private static WeightedStatistic Determination(ScoredRegressionRows rows, IntervalOptions options)
    {
        var squares = rows.Errors.Select(error => error * error).ToArray();
        return weights =>
        {
            var variance = PairedMoments.Of(rows.Scores, rows.Labels, weights).LabelVariance;
            return variance == 0 ? double.NaN : 1 - (WeightedMean.Of(squares, weights) / variance);
        };
    }
}
