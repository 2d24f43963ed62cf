using MathNet.Numerics;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Tail probabilities and quantiles of the binomial distribution, through the incomplete beta function.</summary>
internal static class BinomialTail
{
    /// <summary>P(X ≤ successes).</summary>
    public static double AtMost(long successes, long trials, double probability) =>
        successes < 0 ? 0
        : successes >= trials ? 1
        : SpecialFunctions.BetaRegularized(trials - successes, successes + 1, 1 - probability);

    /// <summary>P(X ≥ successes), accurate also where it is far smaller than rounding of 1 − P(X &lt; successes).</summary>
    public static double AtLeast(long successes, long trials, double probability) =>
        successes <= 0 ? 1
        : successes > trials ? 0
        : SpecialFunctions.BetaRegularized(successes, trials - successes + 1, probability);

    /// <summary>The smallest count whose cumulative probability reaches <paramref name="tail"/>.</summary>
    public static long Quantile(double tail, long trials, double probability)
    {
        var (low, high) = (0L, trials);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (AtMost(middle, trials, probability) >= tail)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
