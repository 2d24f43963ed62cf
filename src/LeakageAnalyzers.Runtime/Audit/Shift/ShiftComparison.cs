namespace LeakageAnalyzers.Runtime.Audit.Shift;

/// <summary>How far the two sides differ in one column.</summary>
/// <param name="Statistic">The test and its statistic, in words.</param>
/// <param name="PValue">The chance of at least that difference between two draws from one distribution.</param>
/// <param name="StabilityIndex">The population stability index: how large the difference is, whatever the number of rows.</param>
internal sealed record ShiftComparison(string Statistic, double PValue, double StabilityIndex)
{
    /// <summary>The comparison in words, with a p-value that may have been corrected.</summary>
    public string Describe(double pValue) => FormattableString.Invariant($"{Statistic}, p = {pValue:0.###e+0}, stability index {StabilityIndex:0.00}");
}
