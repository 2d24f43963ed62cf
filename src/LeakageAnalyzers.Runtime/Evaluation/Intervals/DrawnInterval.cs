using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>An interval that is made of other statistics of the resamples than the metric itself.</summary>
/// <param name="Statistics">What is computed on every resample in the metric's place.</param>
/// <param name="At">The interval at a confidence level, from the distributions of these statistics.</param>
internal sealed record DrawnInterval(IReadOnlyList<WeightedStatistic> Statistics, Func<IReadOnlyList<BootstrapDistribution>, double, ConfidenceInterval> At);
