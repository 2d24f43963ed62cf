using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Pearson's chi-squared test of whether two samples have the same distribution over categories, such as the labels of training and
/// test rows.
/// </summary>
public sealed record ChiSquaredTest
{
    private ChiSquaredTest(double statistic, int degreesOfFreedom, double cramersV) =>
        (Statistic, DegreesOfFreedom, CramersV) = (statistic, degreesOfFreedom, cramersV);

    /// <summary>Σ (observed − expected)² / expected, without continuity correction.</summary>
    public double Statistic { get; }

    /// <summary>The number of categories that occur, less one.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The p-value; approximate, and unreliable where expected counts are below about five.</summary>
    public double PValue => TailProbability.ChiSquared(Statistic, DegreesOfFreedom);

    /// <summary>Cramér's V, from 0 for equal shares to 1 for categories that tell the samples apart; it does not grow with the rows.</summary>
    public double CramersV { get; }

    /// <summary>Compares the counts of two samples.</summary>
    /// <remarks>Categories that occur in neither sample are left out.</remarks>
    /// <param name="firstCounts">How often each category occurs in the first sample.</param>
    /// <param name="secondCounts">How often each category occurs in the second sample.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a count is negative, a sample is empty, or fewer than two categories occur.
    /// </exception>
    public static ChiSquaredTest Of(ReadOnlySpan<long> firstCounts, ReadOnlySpan<long> secondCounts)
    {
        Check.SameLength(firstCounts, secondCounts);
        var (first, second) = (Total(firstCounts, nameof(firstCounts)), Total(secondCounts, nameof(secondCounts)));
        double statistic = 0;
        var categories = 0;
        for (var category = 0; category < firstCounts.Length; category++)
        {
            var share = (firstCounts[category] + secondCounts[category]) / (first + second);
            if (share > 0)
            {
                categories++;
                statistic += Contribution(firstCounts[category], first * share) + Contribution(secondCounts[category], second * share);
            }
        }

        if (categories < 2)
        {
            throw new ArgumentException(Invariant($"{categories} category occurs; shares can differ from two on."), nameof(firstCounts));
        }

        return new ChiSquaredTest(statistic, categories - 1, Math.Sqrt(statistic / (first + second)));
    }

    private static double Contribution(double observed, double expected) => (observed - expected) * (observed - expected) / expected;

    private static double Total(ReadOnlySpan<long> counts, string name)
    {
        double total = 0;
        foreach (var count in counts)
        {
            total += Check.AtLeast(0, count, name);
        }

        return total > 0 ? total : throw new ArgumentException("The sample has no row.", name);
    }
}
