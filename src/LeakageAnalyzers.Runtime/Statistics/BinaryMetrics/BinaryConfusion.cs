namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The four counts of a binary classifier at one threshold, and the measures that follow from them.</summary>
/// <remarks>A share whose denominator is empty is null, not 0: no positive row says nothing about sensitivity.</remarks>
public sealed record BinaryConfusion
{
    /// <summary>Holds given counts.</summary>
    /// <param name="truePositives">Positive rows predicted positive.</param>
    /// <param name="falsePositives">Negative rows predicted positive.</param>
    /// <param name="falseNegatives">Positive rows predicted negative.</param>
    /// <param name="trueNegatives">Negative rows predicted negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public BinaryConfusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives)
    {
        TruePositives = Check.AtLeast(0, truePositives);
        FalsePositives = Check.AtLeast(0, falsePositives);
        FalseNegatives = Check.AtLeast(0, falseNegatives);
        TrueNegatives = Check.AtLeast(0, trueNegatives);
    }

    /// <summary>Positive rows predicted positive.</summary>
    public long TruePositives { get; }

    /// <summary>Negative rows predicted positive.</summary>
    public long FalsePositives { get; }

    /// <summary>Positive rows predicted negative.</summary>
    public long FalseNegatives { get; }

    /// <summary>Negative rows predicted negative.</summary>
    public long TrueNegatives { get; }

    /// <summary>All rows.</summary>
    public long Rows => Positives + Negatives;

    /// <summary>The share of rows predicted right.</summary>
    public double? Accuracy => Share(TruePositives + TrueNegatives, Rows);

    /// <summary>The share of positive rows predicted positive (recall, true-positive rate).</summary>
    public double? Sensitivity => Share(TruePositives, Positives);

    /// <summary>The share of negative rows predicted negative (true-negative rate).</summary>
    public double? Specificity => Share(TrueNegatives, Negatives);

    /// <summary>The share of positive predictions that are right (precision).</summary>
    public double? PositivePredictiveValue => Share(TruePositives, PredictedPositive);

    /// <summary>The share of negative predictions that are right.</summary>
    public double? NegativePredictiveValue => Share(TrueNegatives, PredictedNegative);

    /// <summary>The harmonic mean of precision and recall, 2TP / (2TP + FP + FN).</summary>
    public double? F1 => Share(2 * TruePositives, PredictedPositive + Positives);

    /// <summary>The mean of sensitivity and specificity; null if a class has no row.</summary>
    public double? BalancedAccuracy => (Sensitivity + Specificity) / 2;

    /// <summary>
    /// Matthews' correlation of prediction and truth (1975). Where one of them is constant it is 0 by scikit-learn's convention.
    /// </summary>
    public double MatthewsCorrelation
    {
        get
        {
            var margins = (double)PredictedPositive * PredictedNegative * Positives * Negatives;
            var covariance = ((double)TruePositives * TrueNegatives) - ((double)FalsePositives * FalseNegatives);
            return margins == 0 ? 0 : covariance / Math.Sqrt(margins);
        }
    }

    /// <summary>
    /// Cohen's kappa (1960): agreement beyond that of independent prediction and truth with the same margins. Null where these
    /// margins alone make agreement complete.
    /// </summary>
    public double? CohenKappa
    {
        get
        {
            var byChance = (((double)PredictedPositive * Positives) + ((double)PredictedNegative * Negatives)) / Rows;
            return Rows == 0 || byChance == Rows ? null : (TruePositives + TrueNegatives - byChance) / (Rows - byChance);
        }
    }

    /// <summary>Sensitivity / (1 − specificity); infinite without a false positive, null if nothing was predicted positive.</summary>
    public double? PositiveLikelihoodRatio => PredictedPositive == 0 ? null : Sensitivity / (1 - Specificity);

    /// <summary>(1 − sensitivity) / specificity; infinite without a true negative, null if nothing was predicted negative.</summary>
    public double? NegativeLikelihoodRatio => PredictedNegative == 0 ? null : (1 - Sensitivity) / Specificity;

    private long Positives => TruePositives + FalseNegatives;

    private long Negatives => TrueNegatives + FalsePositives;

    private long PredictedPositive => TruePositives + FalsePositives;

    private long PredictedNegative => TrueNegatives + FalseNegatives;

    /// <summary>Counts given predictions.</summary>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="predictions">The predicted class of every row.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no row.</exception>
    public static BinaryConfusion Of(ReadOnlySpan<bool> labels, ReadOnlySpan<bool> predictions)
    {
        Check.SameLength(labels, predictions);
        Check.CountAtLeast(1, labels);
        var everyRowOnce = new int[labels.Length];
        everyRowOnce.AsSpan().Fill(1);
        return Of(labels, predictions, everyRowOnce);
    }

    /// <summary>Counts predictions at a threshold: positive where the score reaches it.</summary>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="scores">The score of every row, higher for positive.</param>
    /// <param name="threshold">The lowest score that is predicted positive.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a score or the threshold is NaN.</exception>
    public static BinaryConfusion At(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores, double threshold) =>
        Of(labels, PredictionsAt(scores, threshold));

    internal static bool[] PredictionsAt(ReadOnlySpan<double> scores, double threshold)
    {
        Check.Scores(scores);
        Check.Scores([threshold], nameof(threshold));
        var predictions = new bool[scores.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            predictions[row] = scores[row] >= threshold;
        }

        return predictions;
    }

    internal static BinaryConfusion Of(ReadOnlySpan<bool> labels, ReadOnlySpan<bool> predictions, ReadOnlySpan<int> weights)
    {
        long truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0;
        for (var row = 0; row < labels.Length; row++)
        {
            switch (labels[row], predictions[row])
            {
                case (true, true): truePositives += weights[row]; break;
                case (false, true): falsePositives += weights[row]; break;
                case (true, false): falseNegatives += weights[row]; break;
                default: trueNegatives += weights[row]; break;
            }
        }

        return new BinaryConfusion(truePositives, falsePositives, falseNegatives, trueNegatives);
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : part / (double)whole;
}
