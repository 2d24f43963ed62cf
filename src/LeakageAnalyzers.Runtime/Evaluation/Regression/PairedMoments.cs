namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Variances, with denominator n, and covariance of predictions and true values on a resample.</summary>
internal readonly record struct PairedMoments(double ScoreVariance, double LabelVariance, double Covariance)
{
    public static PairedMoments Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<int> weights)
    {
        double count = 0, scoreSum = 0, labelSum = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            count += weights[row];
            scoreSum += weights[row] * scores[row];
            labelSum += weights[row] * labels[row];
        }

        // A second pass over deviations: sums of squares would cancel where values are large and vary little.
        var (scoreMean, labelMean) = (scoreSum / count, labelSum / count);
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
}
