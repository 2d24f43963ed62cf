using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;
using static LeakageAnalyzers.Runtime.Evaluation.MetricDirection;
using static LeakageAnalyzers.Runtime.Evaluation.MulticlassClassificationMetric;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How each metric of multiclass classification is computed on a resample.</summary>
internal static class MulticlassMetrics
{
    private const double LeastProbability = 1e-15;

    public static IReadOnlyList<Metric<ScoredMulticlassRows>> All { get; } =
    [
        Mean(MicroAccuracy, HigherIsBetter, IsRight),
        new(nameof(MacroAccuracy), HigherIsBetter, (rows, _) => weights => MulticlassConfusion.Of(rows, weights).MacroAccuracy),
        OfProbabilities(Mean(MulticlassClassificationMetric.LogLoss, LowerIsBetter, Losses)),
        OfProbabilities(new(nameof(LogLossReduction), HigherIsBetter, Reduction)),
        Mean(TopKAccuracy, HigherIsBetter, rows => IsAmongTop(rows, rows.TopK!.Value)) with { WhyInapplicable = rows => rows.TopK is null ? "No number of top predictions was asked for." : null },
        Ranking(AreaUnderRocCurve, (ranked, weights, _) => ranked.RocAuc(weights)),
        Ranking(MulticlassClassificationMetric.AveragePrecision, (ranked, weights, _) => ranked.AveragePrecision(weights)),
        Ranking(SensitivityAtSpecificity, (ranked, weights, options) => ranked.AtSpecificity(options.Specificity, weights)?.Sensitivity ?? double.NaN),
        new(nameof(MatthewsCorrelation), HigherIsBetter, (rows, _) => weights => MulticlassConfusion.Of(rows, weights).MatthewsCorrelation),
        OfProbabilities(Mean(MulticlassClassificationMetric.BrierScore, LowerIsBetter, SquaredErrors)),
        OfProbabilities(new(nameof(ExpectedCalibrationError), LowerIsBetter, CalibrationError) { IntervalOf = CalibrationErrors }),
        OfProbabilities(new(nameof(CalibrationSlope), OneIsBest, Slope) { WhyUndefined = WhyNoSlope }),
    ];

    /// <summary>The metrics of all rows, then top-k accuracy for every k up to the one asked for, then the metrics of every class.</summary>
    public static IReadOnlyList<Metric<ScoredMulticlassRows>> Of(ScoredMulticlassRows rows) =>
        [.. All, .. Enumerable.Range(1, rows.TopK ?? 0).Select(TopK), .. rows.ClassNames.SelectMany((name, label) => OfClass(label, name))];

    private static Metric<ScoredMulticlassRows> TopK(int count) => new(Invariant($"TopKAccuracy[{count}]"), HigherIsBetter, (rows, _) => MeanOf(IsAmongTop(rows, count)));

    /// <summary>The log loss of the rows of one class, the share of them predicted right, and the share of right ones among the rows predicted to be of it.</summary>
    private static IEnumerable<Metric<ScoredMulticlassRows>> OfClass(int label, string name) =>
    [
        OfProbabilities(new(Invariant($"PerClassLogLoss[{name}]"), LowerIsBetter, (rows, _) => MeanWithin(rows.Classes, label, Losses(rows)))
        {
            WhyUndefined = _ => $"No row is of class '{name}'.",
        }),
        new(Invariant($"PerClassRecall[{name}]"), HigherIsBetter, (rows, _) => MeanWithin(rows.Classes, label, IsRight(rows)))
        {
            WhyUndefined = _ => $"No row is of class '{name}'.",
        },
        new(Invariant($"PerClassPrecision[{name}]"), HigherIsBetter, (rows, _) => MeanWithin(rows.Predictions, label, IsRight(rows)))
        {
            WhyUndefined = _ => $"No row was predicted to be of class '{name}'.",
        },
    ];

    private static Metric<ScoredMulticlassRows> Mean(MulticlassClassificationMetric metric, MetricDirection direction, Func<ScoredMulticlassRows, double[]> perRow) =>
        new(metric.ToString(), direction, (rows, _) => MeanOf(perRow(rows)));

    private static WeightedStatistic MeanOf(double[] values) => weights => WeightedMean.Of(values, weights);

    private static Metric<ScoredMulticlassRows> OfProbabilities(Metric<ScoredMulticlassRows> metric) => metric with
    {
        WhyInapplicable = rows => rows.AreProbabilities ? null : "The scores of a row are no probabilities: they do not lie between 0 and 1, or do not add up to 1.",
        Caution = rows => rows.UnknownClassRows > 0 ? Invariant($"{rows.UnknownClassRows} rows are of a class that the model does not know.") : null,
    };

    private static Metric<ScoredMulticlassRows> Ranking(MulticlassClassificationMetric metric, RankStatistic statistic) =>
        new(metric.ToString(), HigherIsBetter, (rows, options) => weights => MeanOver(rows.OneAgainstRest, weights, options, statistic));

    private static double MeanOver(IReadOnlyList<RankedScores> classes, ReadOnlySpan<int> weights, IntervalOptions options, RankStatistic statistic)
    {
        double sum = 0;
        foreach (var ranked in classes)
        {
            sum += statistic(ranked, weights, options);
        }

        return sum / classes.Count;
    }

    private static double[] Losses(ScoredMulticlassRows rows) =>
        [.. rows.Classes.Select((truth, row) => -Math.Log(truth < rows.ClassCount ? Math.Max(LeastProbability, Math.Min(1.0, rows.Scores[row][truth])) : LeastProbability))];

    private static double[] SquaredErrors(ScoredMulticlassRows rows) =>
        [.. rows.Classes.Select((truth, row) => rows.Scores[row].Select((score, label) => Square(score - (label == truth ? 1 : 0))).Sum() + (truth < rows.ClassCount ? 0 : 1))];

    private static double[] IsRight(ScoredMulticlassRows rows) => [.. rows.Right.Select(right => right ? 1.0 : 0.0)];

    private static double[] IsAmongTop(ScoredMulticlassRows rows, int count) =>
        [.. rows.Classes.Select((truth, row) => Enumerable.Range(0, rows.ClassCount).OrderByDescending(label => rows.Scores[row][label]).Take(count).Contains(truth) ? 1.0 : 0.0)];

    private static WeightedStatistic Reduction(ScoredMulticlassRows rows, IntervalOptions options)
    {
        var losses = Losses(rows);
        return weights =>
        {
            var entropy = MulticlassConfusion.Of(rows, weights).Entropy;
            return entropy == 0 ? double.NaN : 1 - (WeightedMean.Of(losses, weights) / entropy);
        };
    }

    private static WeightedStatistic MeanWithin(int[] classes, int label, double[] values) => weights =>
    {
        double sum = 0;
        long count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (classes[row] == label)
            {
                sum += weights[row] * values[row];
                count += weights[row];
            }
        }

        return sum / count;
    };

    private static WeightedStatistic CalibrationError(ScoredMulticlassRows rows, IntervalOptions options)
    {
        var bins = options.Binning.Assign(rows.Confidence);
        return weights => BinnedOutcomes.Of(rows.Right, rows.Confidence, bins, options.Binning.Bins, weights).ExpectedCalibrationError();
    }

    private static DrawnInterval CalibrationErrors(ScoredMulticlassRows rows, IntervalOptions options) =>
        new(CalibrationErrorInterval.Statistics(rows.Right, rows.Confidence, options.Binning), CalibrationErrorInterval.Of);

    private static WeightedStatistic Slope(ScoredMulticlassRows rows, IntervalOptions options) =>
        weights => LogisticFit.OfSlope(rows.Right, rows.Logits, weights)?.Slope ?? double.NaN;

    private static string WhyNoSlope(ScoredMulticlassRows rows) =>
        rows.Right.All(right => right) ? "Every row is predicted right."
        : rows.Right.All(right => !right) ? "Every row is predicted wrong."
        : "The probabilities of the predicted classes are all equal, or separate right from wrong perfectly.";

    private static double Square(double value) => value * value;

    private delegate double RankStatistic(RankedScores ranked, ReadOnlySpan<int> weights, IntervalOptions options);
}
