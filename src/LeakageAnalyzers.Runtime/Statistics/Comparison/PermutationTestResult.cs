namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The p-values of a permutation test.</summary>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="PValueGreater">The one-sided p-value against a positive effect.</param>
/// <param name="Permutations">How many permutations were looked at.</param>
/// <param name="IsExact">Whether these were all there are, rather than a random sample.</param>
/// <exception cref="ArgumentOutOfRangeException">A p-value lies outside 0 to 1, or there are no permutations.</exception>
public sealed record PermutationTestResult(double PValue, double PValueGreater, long Permutations, bool IsExact)
{
    /// <summary>The two-sided p-value.</summary>
    public double PValue { get; init; } = Check.Fraction(PValue);

    /// <summary>The one-sided p-value against a positive effect.</summary>
    public double PValueGreater { get; init; } = Check.Fraction(PValueGreater);

    /// <summary>How many permutations were looked at.</summary>
    public long Permutations { get; init; } = Check.AtLeast(1, Permutations);
}
