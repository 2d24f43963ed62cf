namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The difference of two proportions from independent groups of rows, such as the sensitivities in two subgroups.</summary>
public static class ProportionDifference
{
    /// <summary>The hybrid score interval of Newcombe (1998, Statistics in Medicine 17:873, method 10).</summary>
    /// <remarks>With Wilson ends l and u: lower = d − √((p₁−l₁)² + (u₂−p₂)²), upper = d + √((u₁−p₁)² + (p₂−l₂)²).</remarks>
    /// <param name="firstSuccesses">Successes in the first group.</param>
    /// <param name="firstTrials">Rows of the first group, at least 1.</param>
    /// <param name="secondSuccesses">Successes in the second group.</param>
    /// <param name="secondTrials">Rows of the second group, at least 1.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <returns>First proportion minus second, between −1 and 1.</returns>
    /// <exception cref="ArgumentException">A group has no row, or more successes than rows.</exception>
    public static Estimate Newcombe(
        long firstSuccesses, long firstTrials, long secondSuccesses, long secondTrials, double level = 0.95)
    {
        var first = ProportionInterval.Wilson(firstSuccesses, firstTrials, level);
        var second = ProportionInterval.Wilson(secondSuccesses, secondTrials, level);
        var p1 = firstSuccesses / (double)firstTrials;
        var p2 = secondSuccesses / (double)secondTrials;
        var difference = p1 - p2;
        return new Estimate(
            difference,
            new ConfidenceInterval(
                difference - Hypotenuse(p1 - first.Lower, second.Upper - p2),
                difference + Hypotenuse(first.Upper - p1, p2 - second.Lower),
                level));
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
