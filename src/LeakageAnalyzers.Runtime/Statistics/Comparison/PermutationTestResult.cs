namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The p-values of a permutation test.</summary>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="PValueGreater">The one-sided p-value against a positive effect.</param>
/// <param name="Permutations">How many permutations were looked at.</param>
/// <param name="IsExact">Whether these were all there are, rather than a random sample.</param>
public sealed record PermutationTestResult(double PValue, double PValueGreater, long Permutations, bool IsExact);
