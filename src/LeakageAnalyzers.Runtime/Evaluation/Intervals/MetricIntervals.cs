using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Computes metrics and their intervals, all on the same resamples.</summary>
internal static class MetricIntervals
{
    private const double ManyUndefinedDraws = 0.05;

    public static IReadOnlyList<MetricEstimate> Of<TRows>(TRows rows, IReadOnlyList<Metric<TRows>> metrics, IntervalOptions options, LongCall call)
        where TRows : ScoredRows
    {
        var everyRowOnce = rows.EveryRowOnce();
        var estimates = new MetricEstimate[metrics.Count];
        var defined = new List<Defined<TRows>>();
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

            defined.Add(new Defined<TRows>(i, metrics[i], value, statistic, metrics[i].IntervalOf?.Invoke(rows, options)));
        }

        var resampling = rows.Resampling;
        var distributions = Bootstrap.Run(resampling, [.. defined.SelectMany(metric => metric.Drawn)], options.Resamples, options.Seed, call.Part("resamples", 0, 1));
        var next = 0;
        foreach (var metric in defined)
        {
            BootstrapDistribution[] own = [.. distributions.Skip(next).Take(metric.Drawn.Count)];
            next += own.Length;
            estimates[metric.Index] = With(metric, rows, own, resampling, options, call);
        }

        return estimates;
    }

    private static MetricEstimate Without<TRows>(Metric<TRows> metric, double? value, string note)
        where TRows : ScoredRows =>
        new() { Name = metric.Name, Direction = metric.Direction, Value = value, Interval = null, Note = note };

    private static MetricEstimate With<TRows>(
        Defined<TRows> defined, TRows rows, BootstrapDistribution[] distributions, Resampling resampling, IntervalOptions options, LongCall call)
        where TRows : ScoredRows
    {
        var metric = defined.Metric;
        var (interval, remark) = defined.Special is { } special
            ? (special.At(distributions, options.Level), null)
            : Interval(defined.Statistic, distributions[0], resampling, options, call);
        var undefinedDraws = distributions.Max(distribution => distribution.UndefinedDraws);
        var notes = new[] { metric.Caution(rows), remark, WhyNarrow(interval), WhyConditional(undefinedDraws, options) }.Where(note => note is not null).ToList();
        return new MetricEstimate
        {
            Name = metric.Name,
            Direction = metric.Direction,
            Value = defined.Value,
            Interval = interval,
            Note = notes.Count == 0 ? null : string.Join(" ", notes),
        };
    }

    private static (ConfidenceInterval Interval, string? Remark) Interval(
        WeightedStatistic statistic, BootstrapDistribution distribution, Resampling resampling, IntervalOptions options, LongCall call)
    {
        if (options.Method == BootstrapMethod.Percentile)
        {
            return (distribution.Percentile(options.Level), null);
        }

        try
        {
            return (distribution.Bca(Jackknife.Run(resampling, statistic, cancellation: call.Cancellation), options.Level), null);
        }
        catch (ArgumentException error)
        {
            return (distribution.Percentile(options.Level), $"A percentile interval, since BCa has none here ({error.Message})");
        }
    }

    private static string? WhyNarrow(ConfidenceInterval interval) => interval.Lower == interval.Upper
        ? "Every resample gives this value: the interval of width zero shows that these rows do not vary, not that the value is certain."
        : null;

    private static string? WhyConditional(int undefinedDraws, IntervalOptions options) =>
        undefinedDraws > ManyUndefinedDraws * options.Resamples
            ? Invariant($"{undefinedDraws} resamples gave no value and were drawn again: few rows define it.")
            : null;

    /// <summary>A metric that has a value on the rows.</summary>
    private sealed record Defined<TRows>(int Index, Metric<TRows> Metric, double Value, WeightedStatistic Statistic, DrawnInterval? Special)
        where TRows : ScoredRows
    {
        public IReadOnlyList<WeightedStatistic> Drawn => Special?.Statistics ?? [Statistic];
    }
}
