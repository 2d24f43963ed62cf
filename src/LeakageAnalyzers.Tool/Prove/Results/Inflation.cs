using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Prove.Results.Intervals;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>One metric of one evaluation, with a leak and without, over the same seeds.</summary>
/// <param name="Place">The evaluation in the program as it stands; null where it is not known.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Published">The score with the program's own seeds.</param>
/// <param name="Leaky">Its value in each run of the program as it stands.</param>
/// <param name="Honest">Its value in each run of the repaired program.</param>
/// <param name="Estimate">The interval of the mean difference and what it rests on, made when it is first asked for; null where one run bears none.</param>
internal sealed record Inflation(CodePlace? Place, string Metric, double Published, IReadOnlyList<double> Leaky, IReadOnlyList<double> Honest, Lazy<InflationInterval?> Estimate)
{
    /// <summary>The mean score of the program as it stands.</summary>
    public double LeakyMean => Leaky.Average();

    /// <summary>The mean score of the repaired program.</summary>
    public double HonestMean => Honest.Average();

    /// <summary>Whether a higher value is a better one.</summary>
    public bool IsHigherBetter => MetricChoice.IsHigherBetter(Metric);

    /// <summary>By how much each run looks better than it is, in the unit of the metric: positive where the leak flatters, whichever way the metric runs.</summary>
    public IReadOnlyList<double> Differences => [.. Leaky.Zip(Honest, (leaky, honest) => IsHigherBetter ? leaky - honest : honest - leaky)];

    /// <summary>The mean of the differences.</summary>
    public double Mean => Differences.Average();

    /// <summary>The interval of the mean; null where there is none.</summary>
    public ConfidenceInterval? Interval => Estimate.Value?.Interval;
}
