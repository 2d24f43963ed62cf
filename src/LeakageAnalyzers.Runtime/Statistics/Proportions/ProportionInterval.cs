using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Confidence intervals of a proportion, such as an accuracy or a sensitivity, from independent rows.</summary>
/// <remarks>Rows of one patient are not independent: use <see cref="ClusteredMean"/> or a cluster bootstrap for those.</remarks>
public static class ProportionInterval
{
    /// <summary>The score interval of Wilson (1927).</summary>
    /// <remarks>
    /// (p + z²/2n ∓ z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). It is near its nominal level on average, also for small samples;
    /// with no success the lower end is exactly 0, with successes only the upper end is exactly 1.
    /// </remarks>
    /// <param name="successes">The number of successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The number of rows, at least 1.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentException">There is no row, or there are more successes than rows.</exception>
    public static ConfidenceInterval Wilson(long successes, long trials, double level = 0.95)
    {
        CheckCounts(successes, trials);
        var z = CriticalValue.Normal(level);
        double n = trials;
        var p = successes / n;
        var shrinkage = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / shrinkage;
        var halfWidth = WilsonHalfWidth(p, n, z);
        return new ConfidenceInterval(
            successes == 0 ? 0 : centre - halfWidth,
            successes == trials ? 1 : centre + halfWidth,
            level);
    }

    /// <summary>The exact interval of Clopper and Pearson (1934).</summary>
    /// <remarks>
    /// The ends are quantiles of Beta(k, n−k+1) and Beta(k+1, n−k). It never covers less than its level, and mostly covers more.
    /// </remarks>
    /// <param name="successes">The number of successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The number of rows, at least 1.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentException">There is no row, or there are more successes than rows.</exception>
    public static ConfidenceInterval ClopperPearson(long successes, long trials, double level = 0.95)
    {
        CheckCounts(successes, trials);
        var tail = (1 - Check.Level(level)) / 2;
        return new ConfidenceInterval(
            successes == 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, tail),
            successes == trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - tail),
            level);
    }

    /// <summary>
    /// Where the observed proportion of a test set of this size falls if the true one is known: the central binomial range.
    /// </summary>
    /// <remarks>It shows what a test set of a given size can tell apart, before any row is seen.</remarks>
    /// <param name="proportion">The true proportion, from 0 to 1.</param>
    /// <param name="trials">The number of rows, at least 1.</param>
    /// <param name="level">The probability of the range as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ConfidenceInterval SamplingRange(double proportion, long trials, double level = 0.95)
    {
        Check.Fraction(proportion);
        Check.AtLeast(1, trials);
        var tail = (1 - Check.Level(level)) / 2;
        return new ConfidenceInterval(
            BinomialTail.Quantile(tail, trials, proportion) / (double)trials,
            BinomialTail.Quantile(1 - tail, trials, proportion) / (double)trials,
            level);
    }

    internal static double WilsonHalfWidth(double p, double n, double z) =>
        z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));

    internal static void CheckCounts(long successes, long trials)
    {
        Check.AtLeast(1, trials);
        if (successes < 0 || successes > trials)
        {
            throw new ArgumentException(Invariant($"{successes} successes in {trials} rows are not a proportion."), nameof(successes));
        }
    }
}
