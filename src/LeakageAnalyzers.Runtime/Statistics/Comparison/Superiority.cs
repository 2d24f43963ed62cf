namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>What an interval of the difference between two models says about a margin that would matter.</summary>
public static class Superiority
{
    /// <summary>Judges a difference by its whole interval, so that a gain smaller than the noise is never called one.</summary>
    /// <remarks>An interval of level 1 − 2α gives the one-sided test of level α: 90 % intervals for the usual 5 %.</remarks>
    /// <param name="difference">The interval of first model minus second, higher being better.</param>
    /// <param name="margin">The smallest difference that matters, in the same unit; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite.</exception>
    public static SuperiorityVerdict Judge(ConfidenceInterval difference, double margin)
    {
        Check.NotNull(difference);
        Check.NonNegative(margin);
        return difference.Lower > margin ? SuperiorityVerdict.Superior
            : difference.Upper < -margin ? SuperiorityVerdict.Inferior
            : SuperiorityVerdict.NotShown;
    }

    /// <summary>Whether the interval excludes that the first model is worse by the margin or more.</summary>
    /// <param name="difference">The interval of first model minus second, higher being better.</param>
    /// <param name="margin">The largest loss that does not matter, in the same unit; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite.</exception>
    public static bool IsNonInferior(ConfidenceInterval difference, double margin) =>
        Check.NotNull(difference).Lower > -Check.NonNegative(margin);
}
