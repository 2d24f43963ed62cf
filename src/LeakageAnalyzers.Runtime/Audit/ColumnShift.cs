namespace LeakageAnalyzers.Runtime;

/// <summary>How far train and test rows differ in one column; rows of one group count once.</summary>
/// <param name="Column">The column.</param>
/// <param name="Statistic">The test and its statistic, in words.</param>
/// <param name="PValue">The chance of at least that difference between two draws from one distribution, after Holm's correction over all columns.</param>
/// <param name="StabilityIndex">The population stability index: how large the difference is, whatever the number of rows.</param>
public sealed record ColumnShift(string Column, string Statistic, double PValue, double StabilityIndex);
