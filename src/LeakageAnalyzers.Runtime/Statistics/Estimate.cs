namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>A point estimate with its confidence interval.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Interval">The interval around it; some procedures yield one that is not symmetric.</param>
public sealed record Estimate(double Value, ConfidenceInterval Interval);
