namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Variances, with denominator n, and covariance of predictions and true values on a resample.</summary>
internal readonly record struct PairedMoments(double ScoreVariance, double LabelVariance, double Covariance)
{
    public static PairedMoments Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<int> weights)
    {
        double count = 0;
        foreach (var weight in weights)
        {
            count += weight;
        }

        // A second pass over deviations: sums of squares would cancel where values are large and vary little.
        var (scoreMean, labelMean) = (Mean(scores, weights, count), Mean(labels, weights, count));
        double scoreSquares = 0, labelSquares = 0, products = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            var (score, label) = (scores[row] - scoreMean, labels[row] - labelMean);
            scoreSquares += weights[row] * score * score;
            labelSquares += weights[row] * label * label;
            products += weights[row] * score * label;
        }

        return new(scoreSquares / count, labelSquares / count, products / count);
    }

    /// <summary>The mean; of equal values that value itself, since their sum is rounded, and what is left would pass for variation.</summary>
    private static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<int> weights, double count)
    {
        double sum = 0, least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] > 0)
            {
                sum += weights[row] * values[row];
                (least, greatest) = (Math.Min(least, values[row]), Math.Max(greatest, values[row]));
            }
        }

        return least == greatest ? least : sum / count;
    }
}
