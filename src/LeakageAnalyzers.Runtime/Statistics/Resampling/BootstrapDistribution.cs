using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Bootstrap replicates of a statistic and the intervals that they give.</summary>
/// <remarks>Quantiles are interpolated linearly (type 7 of Hyndman and Fan 1996, as in numpy); R's boot uses another rule.</remarks>
public sealed class BootstrapDistribution
{
    private readonly double[] replicates;
    private readonly Lazy<double[]> inOrder;

    internal BootstrapDistribution(double estimate, double[] replicates, int undefinedDraws)
    {
        (Estimate, this.replicates, UndefinedDraws) = (estimate, replicates, undefinedDraws);
        inOrder = new Lazy<double[]>(() => InOrder(replicates));
    }

    /// <summary>The statistic of the data themselves.</summary>
    public double Estimate { get; }

    /// <summary>The statistic of every resample, in the order drawn.</summary>
    public IReadOnlyList<double> Replicates => replicates;

    /// <summary>
    /// How many resamples were drawn again because the statistic had no value there. The intervals hold given that it has one;
    /// where these are many, the data hardly define the statistic.
    /// </summary>
    public int UndefinedDraws { get; }

    /// <summary>The standard deviation of the replicates, with denominator B − 1.</summary>
    public double StandardError => Sorted[0] == Sorted[Sorted.Length - 1] ? 0 : ArrayStatistics.StandardDeviation(replicates);

    /// <summary>The percentile interval: quantiles of the replicates.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Percentile(double level = 0.95)
    {
        var tail = (1 - Check.Level(level)) / 2;
        return new ConfidenceInterval(Quantile(tail), Quantile(1 - tail), level);
    }

    /// <summary>The basic interval: the percentile interval mirrored at the estimate. It can leave the statistic's range.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Basic(double level = 0.95)
    {
        var percentile = Percentile(level);
        return new ConfidenceInterval((2 * Estimate) - percentile.Upper, (2 * Estimate) - percentile.Lower, level);
    }

    /// <summary>The bias-corrected and accelerated interval of Efron (1987).</summary>
    /// <remarks>
    /// Replicates equal to the estimate count one half in the bias correction. If all replicates equal the estimate, the interval is
    /// that point; if all leave-one-out values are equal, the acceleration is 0.
    /// </remarks>
    /// <param name="leaveOneOut">The statistic without each unit in turn, from <see cref="Jackknife"/>.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentException">
    /// The estimate lies outside the range of the replicates, so that its bias correction is infinite; or a leave-one-out value is
    /// not finite.
    /// </exception>
    public ConfidenceInterval Bca(ReadOnlySpan<double> leaveOneOut, double level = 0.95)
    {
        var tail = (1 - Check.Level(level)) / 2;
        var (least, greatest) = (Sorted[0], Sorted[Sorted.Length - 1]);
        if (least == Estimate && greatest == Estimate)
        {
            return new ConfidenceInterval(Estimate, Estimate, level);
        }

        if (Estimate < least || Estimate > greatest)
        {
            throw new ArgumentException(
                Invariant($"The estimate {Estimate} lies outside its {Sorted.Length} replicates ({least} to {greatest}): the bias correction of BCa is infinite. Use the percentile or the basic interval."));
        }

        var bias = Normal.InvCDF(0, 1, ShareBelowEstimate());
        var acceleration = Jackknife.Acceleration(leaveOneOut);
        return new ConfidenceInterval(
            Quantile(AdjustLevel(tail, bias, acceleration)), Quantile(AdjustLevel(1 - tail, bias, acceleration)), level);
    }

    private double[] Sorted => inOrder.Value;

    private static double[] InOrder(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    private static double AdjustLevel(double tail, double bias, double acceleration)
    {
        var shifted = bias + Normal.InvCDF(0, 1, tail);
        var shrinkage = 1 - (acceleration * shifted);

        // Past its pole the formula would turn round; there the outermost replicate is the limit.
        return shrinkage > 0 ? Normal.CDF(0, 1, bias + (shifted / shrinkage)) : shifted > 0 ? 1 : 0;
    }

    private double ShareBelowEstimate()
    {
        double below = 0;
        foreach (var replicate in Sorted)
        {
            below += replicate < Estimate ? 1 : replicate == Estimate ? 0.5 : 0;
        }

        return below / Sorted.Length;
    }

    private double Quantile(double tail) => SortedArrayStatistics.QuantileCustom(Sorted, tail, QuantileDefinition.R7);
}
