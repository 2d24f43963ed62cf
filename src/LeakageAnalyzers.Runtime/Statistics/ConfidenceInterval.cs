using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>A two-sided confidence interval.</summary>
/// <remarks>
/// <see cref="Lower"/> and <see cref="Upper"/> may coincide: an interval of width zero says that the procedure saw no variation,
/// not that the value is known exactly. An end may be infinite, never NaN.
/// </remarks>
/// <param name="Lower">The lower end, in the unit of the estimated quantity.</param>
/// <param name="Upper">The upper end, in the unit of the estimated quantity.</param>
/// <param name="Level">The confidence level as a fraction, for example 0.95.</param>
/// <exception cref="ArgumentException">An end is NaN, or the ends are in the wrong order.</exception>
/// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level)
{
    /// <summary>The lower end.</summary>
    public double Lower { get; } = Lower <= Upper
        ? Lower
        : throw new ArgumentException(Invariant($"[{Lower}, {Upper}] is not an interval."), nameof(Lower));

    /// <summary>The upper end.</summary>
    public double Upper { get; } = Upper;

    /// <summary>The confidence level as a fraction.</summary>
    public double Level { get; } = Check.Level(Level);

    /// <summary>The distance between the ends.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether a value lies inside the interval, its ends included.</summary>
    /// <param name="value">The value to look for.</param>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>The interval as <c>0.61 to 0.68 (95 %)</c>, in the invariant culture.</summary>
    public override string ToString() => Invariant($"{Lower:0.####} to {Upper:0.####} ({Level * 100:0.##} %)");
}
