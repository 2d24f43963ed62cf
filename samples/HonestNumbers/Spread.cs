using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace HonestNumbers;

/// <summary>A number over repeated draws of the noise.</summary>
internal sealed record Spread(IReadOnlyList<double> Values)
{
    public double Mean => Values.Average();

    /// <summary>The 95 % interval of the mean, by Student's t.</summary>
    public ConfidenceInterval Interval
    {
        get
        {
            var reach = StudentT.InvCDF(0, 1, Values.Count - 1, 0.975) * Values.StandardDeviation() / Math.Sqrt(Values.Count);
            return new ConfidenceInterval(Mean - reach, Mean + reach, 0.95);
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Mean:0.000} ({Interval.Lower:0.000} to {Interval.Upper:0.000}, 95 %)");
}
