using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How one metric is computed from the rows of a task.</summary>
/// <typeparam name="TRows">The rows that it reads.</typeparam>
internal sealed record Metric<TRows>(string Name, MetricDirection Direction, Func<TRows, IntervalOptions, WeightedStatistic> Bind)
    where TRows : ScoredRows
{
    /// <summary>Why the metric cannot be asked of such rows at all; null where it can.</summary>
    public Func<TRows, string?> WhyInapplicable { get; init; } = _ => null;

    /// <summary>Why the metric has no finite value on rows of which it can be asked.</summary>
    public Func<TRows, string> WhyUndefined { get; init; } = _ => "It is not defined on these rows.";

    /// <summary>How the interval is made where quantiles of resamples would not hold the truth; null where they do.</summary>
    public Func<TRows, IntervalOptions, DrawnInterval>? IntervalOf { get; init; }

    /// <summary>What to say beside a value that exists; null if nothing.</summary>
    public Func<TRows, string?> Caution { get; init; } = _ => null;
}
