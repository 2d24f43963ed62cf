namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Wilcoxon's signed-rank test (1945), exact: a permutation test in which an outlying difference counts by its rank only.</summary>
/// <remarks>
/// Differences of zero are left out, as Wilcoxon did; if none remains, p is 1. Equal absolute differences share their mid-rank, and the
/// p-values are exact given these ranks.
/// </remarks>
public sealed record WilcoxonSignedRankTest
{
    /// <summary>The most differences for which the exact distribution is computed.</summary>
    public const int MostDifferences = 400;

    private WilcoxonSignedRankTest(double positiveRankSum, double negativeRankSum, double pValue, double pValueGreater) =>
        (PositiveRankSum, NegativeRankSum, PValue, PValueGreater) = (positiveRankSum, negativeRankSum, pValue, pValueGreater);

    /// <summary>The sum of the ranks of the positive differences.</summary>
    public double PositiveRankSum { get; }

    /// <summary>The sum of the ranks of the negative differences.</summary>
    public double NegativeRankSum { get; }

    /// <summary>The smaller of the two rank sums.</summary>
    public double Statistic => Math.Min(PositiveRankSum, NegativeRankSum);

    /// <summary>The exact two-sided p-value.</summary>
    public double PValue { get; }

    /// <summary>The exact one-sided p-value against positive differences.</summary>
    public double PValueGreater { get; }

    /// <summary>Runs the test.</summary>
    /// <param name="differences">First model minus second, one to <see cref="MostDifferences"/>.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one is not finite.</exception>
    public static WilcoxonSignedRankTest Run(ReadOnlySpan<double> differences)
    {
        Check.CountAtLeast(1, differences);
        Check.Finite(differences);
        if (differences.Length > MostDifferences)
        {
            throw new ArgumentException(
                $"The exact distribution is computed for up to {MostDifferences} differences; there are {differences.Length}. Use SignFlipTest.MonteCarlo.",
                nameof(differences));
        }

        var ordered = differences.ToArray().Where(difference => difference != 0).OrderBy(Math.Abs).ToArray();
        var doubledRanks = DoubledMidRanks(ordered);
        var positive = doubledRanks.Where((_, i) => ordered[i] > 0).Sum();
        var negative = doubledRanks.Sum() - positive;
        var distribution = DistributionOfSums(doubledRanks);
        var smallerTail = distribution.Take(Math.Min(positive, negative) + 1).Sum();
        return new WilcoxonSignedRankTest(
            positive / 2.0, negative / 2.0, Math.Min(1, 2 * smallerTail), distribution.Take(negative + 1).Sum());
    }

    /// <summary>Twice the rank of each absolute value, a whole number also where equal ones share the middle of their ranks.</summary>
    private static int[] DoubledMidRanks(double[] ordered)
    {
        var ranks = new int[ordered.Length];
        var start = 0;
        for (var end = 1; end <= ordered.Length; end++)
        {
            if (end == ordered.Length || Math.Abs(ordered[end]) != Math.Abs(ordered[start]))
            {
                ranks.AsSpan(start, end - start).Fill(start + 1 + end);
                start = end;
            }
        }

        return ranks;
    }

    /// <summary>The probability of every sum of a subset in which each rank is taken with probability one half.</summary>
    private static double[] DistributionOfSums(int[] doubledRanks)
    {
        var probabilities = new double[doubledRanks.Sum() + 1];
        probabilities[0] = 1;
        var reached = 0;
        foreach (var rank in doubledRanks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
            {
                probabilities[sum] = (probabilities[sum] + (sum >= rank ? probabilities[sum - rank] : 0)) / 2;
            }
        }

        return probabilities;
    }
}
