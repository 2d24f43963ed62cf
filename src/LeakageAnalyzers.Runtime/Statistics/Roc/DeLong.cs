using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The variance of an AUC, and of the difference of two on the same rows, by DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837).
/// </summary>
/// <remarks>
/// Computed from placements in O(n log n), as in Sun and Xu (2014). Rows must be independent: with several rows of one patient use a
/// cluster bootstrap.
/// </remarks>
public static class DeLong
{
    /// <summary>Estimates one AUC with its variance.</summary>
    /// <param name="labels">The true class of every row; at least two rows of each class.</param>
    /// <param name="scores">The score of every row, higher for positive; any scale.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or a class has fewer than two rows.</exception>
    public static DeLongEstimate Estimate(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        var ranked = new RankedScores(labels, scores);
        CheckClassSizes(labels, ranked);
        return Estimate(ranked, Placements.Of(labels, ranked.DoubledPlacements()));
    }

    /// <summary>Compares the AUC of two models on the same rows.</summary>
    /// <param name="labels">The true class of every row; at least two rows of each class.</param>
    /// <param name="firstScores">The first model's score of every row.</param>
    /// <param name="secondScores">The second model's score of every row; its scale may differ from the first one's.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or a class has fewer than two rows.</exception>
    public static DeLongComparison Compare(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> firstScores, ReadOnlySpan<double> secondScores)
    {
        var firstRanked = new RankedScores(labels, firstScores);
        var secondRanked = new RankedScores(labels, secondScores);
        CheckClassSizes(labels, firstRanked);
        var first = Placements.Of(labels, firstRanked.DoubledPlacements());
        var second = Placements.Of(labels, secondRanked.DoubledPlacements());

        // The variance of the difference, taken from the differences themselves: exactly zero for models that rank alike.
        return new DeLongComparison(
            Estimate(firstRanked, first),
            Estimate(secondRanked, second),
            first.CovarianceOfMeans(second),
            first.Minus(second).VarianceOfMeans());
    }

    private static DeLongEstimate Estimate(RankedScores ranked, Placements placements) =>
        new(placements.MeanOfPositives(), placements.VarianceOfMeans(), ranked.PositiveCount, ranked.NegativeCount);

    private static void CheckClassSizes(ReadOnlySpan<bool> labels, RankedScores ranked)
    {
        if (ranked.PositiveCount < 2 || ranked.NegativeCount < 2)
        {
            throw new ArgumentException(
                Invariant($"DeLong's variance needs at least two rows of each class; there are {ranked.PositiveCount} positive and {ranked.NegativeCount} negative ones."),
                nameof(labels));
        }
    }

    /// <summary>
    /// Counts of rightly ordered rows of the other class. They stay whole numbers until the end, so that equal ones have variance zero.
    /// </summary>
    private sealed record Placements(double[] OfPositives, double[] OfNegatives)
    {
        private double Scale => 2.0 * OfPositives.Length * OfNegatives.Length;

        public static Placements Of(ReadOnlySpan<bool> labels, long[] doubledCounts)
        {
            var (positives, negatives) = (new List<double>(), new List<double>());
            for (var row = 0; row < labels.Length; row++)
            {
                (labels[row] ? positives : negatives).Add(doubledCounts[row]);
            }

            return new Placements([.. positives], [.. negatives]);
        }

        public double MeanOfPositives() => OfPositives.Sum() / Scale;

        public Placements Minus(Placements other) => new(Difference(OfPositives, other.OfPositives), Difference(OfNegatives, other.OfNegatives));

        public double VarianceOfMeans() => CovarianceOfMeans(this);

        public double CovarianceOfMeans(Placements other)
        {
            var (m, n) = (OfPositives.Length, OfNegatives.Length);
            return (Covariance(OfPositives, other.OfPositives) / (4.0 * n * n * m))
                + (Covariance(OfNegatives, other.OfNegatives) / (4.0 * m * m * n));
        }

        private static double[] Difference(double[] first, double[] second) => [.. first.Zip(second, (a, b) => a - b)];

        private static double Covariance(double[] first, double[] second)
        {
            var (firstMean, secondMean) = (first.Sum() / first.Length, second.Sum() / second.Length);
            double sum = 0;
            for (var i = 0; i < first.Length; i++)
            {
                sum += (first[i] - firstMean) * (second[i] - secondMean);
            }

            return sum / (first.Length - 1);
        }
    }
}
