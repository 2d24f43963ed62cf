using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The interval of a statistic from its resamples, and what limits it.</summary>
/// <param name="Range">The interval.</param>
/// <param name="Note">What a reader has to know about it; null if nothing.</param>
/// <param name="DecidesNothing">Whether the rows are too few for its ends to mean what their level says.</param>
internal sealed record ResampledInterval(ConfidenceInterval Range, string? Note, bool DecidesNothing)
{
    private const double ManyUndefinedDraws = 0.05;

    /// <summary>The interval as the options ask for it.</summary>
    public static ResampledInterval Of(
        WeightedStatistic statistic, BootstrapDistribution distribution, Resampling resampling, IntervalOptions options, CancellationToken cancellation)
    {
        var (range, remark) = Make(statistic, distribution, resampling, options, cancellation);
        return Of(range, remark, distribution.UndefinedDraws, resampling, options);
    }

    /// <summary>An interval that was made otherwise.</summary>
    public static ResampledInterval Of(ConfidenceInterval range, string? remark, int undefinedDraws, Resampling resampling, IntervalOptions options)
    {
        var (isPoint, isSeldomDefined) = (range.Lower == range.Upper, undefinedDraws > ManyUndefinedDraws * options.Resamples);
        return new ResampledInterval(
            range,
            Notes.Join(
                remark,
                isPoint ? "Every resample gives this value: the interval of width zero shows that these rows do not vary, not that the value is certain." : null,
                isSeldomDefined ? Invariant($"{undefinedDraws} resamples gave no value and were drawn again: few rows define it.") : null),
            isSeldomDefined || (isPoint && resampling.UnitCount < RowGroups.Few));
    }

    private static (ConfidenceInterval Range, string? Remark) Make(
        WeightedStatistic statistic, BootstrapDistribution distribution, Resampling resampling, IntervalOptions options, CancellationToken cancellation)
    {
        if (options.Method == BootstrapMethod.Percentile)
        {
            return (distribution.Percentile(options.Level), null);
        }

        try
        {
            return (distribution.Bca(Jackknife.Run(resampling, statistic, cancellation: cancellation), options.Level), null);
        }
        catch (ArgumentException error)
        {
            return (distribution.Percentile(options.Level), $"A percentile interval, since BCa has none here ({Notes.Of(error)})");
        }
    }
}
