using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;
using static LeakageAnalyzers.Runtime.Evaluation.BinaryClassificationMetric;
using static LeakageAnalyzers.Runtime.Evaluation.MetricDirection;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How each metric of binary classification is computed on a resample.</summary>
internal static class BinaryMetrics
{
    private static readonly double BitsPerNat = 1 / Math.Log(2);

    public static IReadOnlyList<Metric<ScoredBinaryRows>> All { get; } =
    [
        Ranking(AreaUnderRocCurve, (ranked, weights, _) => ranked.RocAuc(weights)),
        Decision(BinaryClassificationMetric.Accuracy, counts => counts.Accuracy),
        OfBothClasses(Decision(PositivePrecision, counts => counts.PositivePredictiveValue)),
        Decision(PositiveRecall, counts => counts.Sensitivity),
        OfBothClasses(Decision(NegativePrecision, counts => counts.NegativePredictiveValue)),
        Decision(NegativeRecall, counts => counts.Specificity),
        OfBothClasses(Decision(F1Score, counts => counts.F1)),
        Ranking(AreaUnderPrecisionRecallCurve, (ranked, weights, _) => ranked.LowerTrapezoidPrecisionRecallArea(weights)),
        Probability(BinaryClassificationMetric.LogLoss, LowerIsBetter, BitsLost) with { WhyUndefined = WhyInfinite },
        OfBothClasses(Probability(LogLossReduction, HigherIsBetter, Reduction) with { WhyUndefined = WhyInfinite }),
        new(nameof(Entropy), None, (rows, _) => weights => EntropyOf(rows.Labels, weights)),
        Ranking(BinaryClassificationMetric.AveragePrecision, (ranked, weights, _) => ranked.AveragePrecision(weights)),
        OfBothClasses(Decision(BalancedAccuracy, counts => counts.BalancedAccuracy)),
        OfBothClasses(Decision(MatthewsCorrelation, counts => counts.MatthewsCorrelation)),
        Ranking(SensitivityAtSpecificity, (ranked, weights, options) => ranked.AtSpecificity(options.Specificity, weights)?.Sensitivity ?? double.NaN),
        Probability(BinaryClassificationMetric.BrierScore, LowerIsBetter, SquaredError),
        Probability(ExpectedCalibrationError, LowerIsBetter, CalibrationError) with { IntervalOf = CalibrationErrors },
        OfBothClasses(Probability(CalibrationSlope, OneIsBest, Slope) with { Caution = WhyClipped, WhyUndefined = WhyNoSlope }),
        OfBothClasses(Probability(CalibrationInTheLarge, ZeroIsBest, InTheLarge) with { Caution = WhyClipped }),
    ];

    private static Metric<ScoredBinaryRows> Ranking(
        BinaryClassificationMetric metric, RankStatistic statistic) =>
        OfBothClasses(new(metric.ToString(), HigherIsBetter, (rows, options) => weights => statistic(rows.Ranked, weights, options)));

    private static Metric<ScoredBinaryRows> Decision(BinaryClassificationMetric metric, Func<BinaryConfusion, double?> measure) =>
        new(metric.ToString(), HigherIsBetter, (rows, _) => weights => measure(BinaryConfusion.Of(rows.Labels, rows.Predictions, weights)) ?? double.NaN)
        {
            WhyUndefined = rows => rows.WhyOneClass ?? (rows.Predictions.All(prediction => !prediction) ? "No row was predicted positive." : "No row was predicted negative."),
        };

    /// <summary>A metric that says how well classes are told apart, and nothing of rows of one class.</summary>
    private static Metric<ScoredBinaryRows> OfBothClasses(Metric<ScoredBinaryRows> metric) => metric with
    {
        WhyInapplicable = rows => rows.WhyOneClass is { } oneClass ? oneClass + " The metric needs both classes." : metric.WhyInapplicable(rows),
    };

    private static Metric<ScoredBinaryRows> Probability(
        BinaryClassificationMetric metric, MetricDirection direction, Func<ScoredBinaryRows, IntervalOptions, WeightedStatistic> bind) =>
        new(metric.ToString(), direction, bind)
        {
            WhyInapplicable = rows => rows.Probabilities is null ? "The model gives no probabilities." : null,
        };

    private static WeightedStatistic BitsLost(ScoredBinaryRows rows, IntervalOptions options)
    {
        var losses = Statistics.LogLoss.PerRow(rows.Labels, rows.Probabilities);
        return weights => MeanOfDrawn(losses, weights) * BitsPerNat;
    }

    private static WeightedStatistic Reduction(ScoredBinaryRows rows, IntervalOptions options)
    {
        var bits = BitsLost(rows, options);
        return weights =>
        {
            var entropy = EntropyOf(rows.Labels, weights);
            return entropy == 0 ? double.NaN : 1 - (bits(weights) / entropy);
        };
    }

    private static WeightedStatistic SquaredError(ScoredBinaryRows rows, IntervalOptions options)
    {
        var errors = Statistics.BrierScore.PerRow(rows.Labels, rows.Probabilities);
        return weights => WeightedMean.Of(errors, weights);
    }

    private static WeightedStatistic CalibrationError(ScoredBinaryRows rows, IntervalOptions options)
    {
        var bins = options.Binning.Assign(rows.Probabilities);
        return weights => BinnedOutcomes.Of(rows.Labels, rows.Probabilities, bins, options.Binning.Bins, weights).ExpectedCalibrationError();
    }

    private static DrawnInterval CalibrationErrors(ScoredBinaryRows rows, IntervalOptions options) =>
        new(CalibrationErrorInterval.Statistics(rows.Labels, rows.Probabilities!, options.Binning), CalibrationErrorInterval.Of);

    private static WeightedStatistic Slope(ScoredBinaryRows rows, IntervalOptions options) =>
        weights => LogisticFit.OfSlope(rows.Labels, rows.Logits, weights)?.Slope ?? double.NaN;

    private static WeightedStatistic InTheLarge(ScoredBinaryRows rows, IntervalOptions options) =>
        weights => LogisticFit.OfIntercept(rows.Labels, rows.Logits, weights)?.Intercept ?? double.NaN;

    /// <summary>As the weighted mean, but a row that was not drawn costs nothing even if its loss is infinite.</summary>
    private static double MeanOfDrawn(ReadOnlySpan<double> losses, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        long count = 0;
        for (var row = 0; row < losses.Length; row++)
        {
            sum += weights[row] == 0 ? 0 : weights[row] * losses[row];
            count += weights[row];
        }

        return sum / count;
    }

    private static double EntropyOf(ReadOnlySpan<bool> labels, ReadOnlySpan<int> weights)
    {
        double positives = 0, rows = 0;
        for (var row = 0; row < labels.Length; row++)
        {
            positives += labels[row] ? weights[row] : 0;
            rows += weights[row];
        }

        return Bits(positives / rows) + Bits(1 - (positives / rows));
    }

    private static double Bits(double share) => share == 0 ? 0 : -share * Math.Log(share) * BitsPerNat;

    private static string WhyInfinite(ScoredBinaryRows rows)
    {
        var row = Enumerable.Range(0, rows.Count).First(row => rows.Probabilities![row] == (rows.Labels[row] ? 0 : 1));
        return Invariant($"Infinite: row {row} gave probability 0 to what happened.");
    }

    private static string? WhyClipped(ScoredBinaryRows rows) => rows.CertainRows > 0
        ? Invariant($"{rows.CertainRows} probabilities of 0 or 1 were moved to 1e-7 from it, since certainty has no logit; where they are many, the value is that choice's more than the model's.")
        : null;

    private static string WhyNoSlope(ScoredBinaryRows rows) => Variation.IsAbsent(rows.Probabilities)
        ? "All predicted probabilities are equal."
        : "The predicted probabilities separate the classes perfectly, so that the slope is infinite.";

    private delegate double RankStatistic(RankedScores ranked, ReadOnlySpan<int> weights, IntervalOptions options);
}
