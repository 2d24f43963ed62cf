using MathNet.Numerics.Statistics;

namespace HonestNumbers;

/// <summary>A number over repeated draws of the noise.</summary>
internal sealed record Spread(IReadOnlyList<double> Values)
{
    public double Mean => Values.Average();

    public override string ToString() =>
        FormattableString.Invariant($"{Mean:0.000} (standard error {Values.StandardDeviation() / Math.Sqrt(Values.Count):0.000}, {Values.Min():0.00} to {Values.Max():0.00})");
}
