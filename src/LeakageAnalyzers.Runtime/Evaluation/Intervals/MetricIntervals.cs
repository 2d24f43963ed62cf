using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Computes metrics and their intervals, all on the same resamples.</summary>
internal static class MetricIntervals
{
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
        var interval = defined.Special is { } special
            ? ResampledInterval.Of(special.At(distributions, options.Level), null, distributions.Max(distribution => distribution.UndefinedDraws), resampling, options)
            : ResampledInterval.Of(defined.Statistic, distributions[0], resampling, options, call.Cancellation);
        return new MetricEstimate
        {
            Name = metric.Name,
            Direction = metric.Direction,
            Value = defined.Value,
            Interval = interval.Range,
            Note = Notes.Join(metric.Caution(rows), interval.Note),
        };
    }

    /// <summary>A metric that has a value on the rows.</summary>
    private sealed record Defined<TRows>(int Index, Metric<TRows> Metric, double Value, WeightedStatistic Statistic, DrawnInterval? Special)
        where TRows : ScoredRows
    {
        public IReadOnlyList<WeightedStatistic> Drawn => Special?.Statistics ?? [Statistic];
    }
}
