using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Compares metrics between parts of the same test rows.</summary>
internal static class SubgroupGaps
{
    /// <summary>A metric on some of the rows less that on others, or why there is none.</summary>
    public static (Estimate? Difference, string? Note) Of<TRows>(
        TRows rows, Func<TRows, int[], TRows> select, int[] first, int[] second, Metric<TRows> metric, IntervalOptions options, CancellationToken cancellation)
        where TRows : ScoredRows
    {
        if (metric.IntervalOf is not null)
        {
            return (null, $"The {metric.Name} is raised by the noise of few rows, and so differs between parts of different size; compare another measure.");
        }

        try
        {
            var (a, b) = (On(first), On(second));
            double Gap(ReadOnlySpan<int> weights) => a.Statistic(weights) - b.Statistic(weights);
            var gap = Bootstrap.Run(rows.Resampling, Gap, options.Resamples, options.Seed, cancellation: cancellation);
            var interval = ResampledInterval.Of(Gap, gap, rows.Resampling, options, cancellation);
            return (new Estimate(gap.Estimate, interval.Range), Notes.Join(interval.Note, a.Units < b.Units ? a.Note : b.Note));
        }
        catch (ArgumentException reason)
        {
            return (null, Notes.Of(reason));
        }

        (WeightedStatistic Statistic, int Units, string? Note) On(int[] part)
        {
            var own = select(rows, part);

            // Refuses a part of one unit, which shows no variation of its own.
            var units = own.Resampling.UnitCount;
            if (PairedBootstrap.WhyNoValue(metric, own, options) is { } reason)
            {
                throw new ArgumentException(reason, nameof(part));
            }

            var statistic = metric.Bind(own, options);
            return (OfPart, units, own.Note);

            double OfPart(ReadOnlySpan<int> weights)
            {
                var ofPart = new int[part.Length];
                var drawn = 0;
                for (var row = 0; row < part.Length; row++)
                {
                    drawn += ofPart[row] = weights[part[row]];
                }

                return drawn == 0 ? double.NaN : statistic(ofPart);
            }
        }
    }
}
