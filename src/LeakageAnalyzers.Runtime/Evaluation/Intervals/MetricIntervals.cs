using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Computes metrics and their intervals, all on the same resamples.</summary>
internal static class MetricIntervals
{
    private const double ManyUndefinedDraws = 0.05;

    public static IReadOnlyList<MetricEstimate> Of<TRows>(TRows rows, IReadOnlyList<Metric<TRows>> metrics, IntervalOptions options)
        where TRows : ScoredRows
    {
        var everyRowOnce = rows.EveryRowOnce();
        var estimates = new MetricEstimate[metrics.Count];
        var drawn = new List<(int Index, WeightedStatistic Statistic)>();
        for (var i = 0; i < metrics.Count; i++)
        {
            if (metrics[i].WhyInapplicable(rows) is { } reason)
            {
                estimates[i] = Without(metrics[i], null, reason);
                continue;
            }

            var statistic = metrics[i].Bind(rows, options);
            var value = statistic(everyRowOnce);
            if (double.IsNaN(value) || double.IsInfinity(value))
            {
                estimates[i] = Without(metrics[i], double.IsNaN(value) ? null : value, metrics[i].WhyUndefined(rows));
                continue;
            }

            drawn.Add((i, statistic));
        }

        var resampling = rows.Resampling;
        var distributions = Bootstrap.Run(resampling, [.. drawn.Select(metric => metric.Statistic)], options.Resamples, options.Seed);
        foreach (var ((index, statistic), distribution) in drawn.Zip(distributions, (metric, distribution) => (metric, distribution)))
        {
            estimates[index] = With(metrics[index], rows, statistic, distribution, resampling, options);
        }

        return estimates;
    }

    private static MetricEstimate Without<TRows>(Metric<TRows> metric, double? value, string note)
        where TRows : ScoredRows =>
        new() { Name = metric.Name, Direction = metric.Direction, Value = value, Interval = null, Note = note };

    private static MetricEstimate With<TRows>(
        Metric<TRows> metric, TRows rows, WeightedStatistic statistic, BootstrapDistribution distribution, Resampling resampling, IntervalOptions options)
        where TRows : ScoredRows
    {
        var (interval, remark) = metric.IntervalOf is { } special ? (special(rows, options), null) : Interval(statistic, distribution, resampling, options);
        var notes = new[] { metric.Caution(rows), remark, WhyNarrow(interval), WhyConditional(distribution, options) }.Where(note => note is not null).ToList();
        return new MetricEstimate
        {
            Name = metric.Name,
            Direction = metric.Direction,
            Value = distribution.Estimate,
            Interval = interval,
            Note = notes.Count == 0 ? null : string.Join(" ", notes),
        };
    }

    private static (ConfidenceInterval Interval, string? Remark) Interval(
        WeightedStatistic statistic, BootstrapDistribution distribution, Resampling resampling, IntervalOptions options)
    {
        if (options.Method == BootstrapMethod.Percentile)
        {
            return (distribution.Percentile(options.Level), null);
        }

        try
        {
            return (distribution.Bca(Jackknife.Run(resampling, statistic), options.Level), null);
        }
        catch (ArgumentException error)
        {
            return (distribution.Percentile(options.Level), $"A percentile interval, since BCa has none here ({error.Message})");
        }
    }

    private static string? WhyNarrow(ConfidenceInterval interval) => interval.Lower == interval.Upper
        ? "Every resample gives this value: the interval of width zero shows that these rows do not vary, not that the value is certain."
        : null;

    private static string? WhyConditional(BootstrapDistribution distribution, IntervalOptions options) =>
        distribution.UndefinedDraws > ManyUndefinedDraws * options.Resamples
            ? Invariant($"{distribution.UndefinedDraws} resamples gave no value and were drawn again: few rows define it.")
            : null;
}
