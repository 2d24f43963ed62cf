using System.Globalization;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Numbers as a reader of a medical journal expects them: as many digits as the interval supports, a true minus sign, a space that does not break.</summary>
internal static class ReportNumbers
{
    private const char NoBreakSpace = '\u00A0';
    private const char Minus = '\u2212';

    /// <summary>A value with its interval: <c>0.81 (95 % CI 0.74 to 0.87)</c>.</summary>
    public static string Estimate(MetricValue metric) => metric switch
    {
        { Value: null } => "no value",
        { Lower: { } lower, Upper: { } upper, Level: { } level } => Estimate(metric.Value.Value, lower, upper, level),
        _ => $"{Number(metric.Value.Value, 3)} (no interval)",
    };

    /// <summary>A value with its interval.</summary>
    public static string Estimate(double value, double lower, double upper, double level) =>
        $"{Number(value, Decimals(lower, upper))} ({Percent(level)} CI {Range(lower, upper)})";

    /// <summary>An interval: <c>0.74 to 0.87</c>.</summary>
    public static string Range(double lower, double upper)
    {
        var decimals = Decimals(lower, upper);
        return $"{Number(lower, decimals)} to {Number(upper, decimals)}";
    }

    /// <summary>The decimals that an interval supports: as far as the first digit of its half-width, two at least where it is narrower than five, four at the most.</summary>
    public static int Decimals(double lower, double upper)
    {
        var halfWidth = (upper - lower) / 2;
        return halfWidth <= 0 || double.IsInfinity(halfWidth) ? 2
            : halfWidth >= 50 ? 0
            : halfWidth >= 5 ? 1
            : Math.Min(4, Math.Max(2, -(int)Math.Floor(Math.Log10(halfWidth))));
    }

    /// <summary>A number of so many decimals.</summary>
    public static string Number(double value, int decimals)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? "∞" : Minus + "∞";
        }

        var text = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return value < 0 && text.Any(digit => digit is >= '1' and <= '9') ? Minus + text : text;
    }

    /// <summary>A number that somebody chose, such as a margin, in the digits that it has.</summary>
    public static string Chosen(double value) => value < 0 ? Minus + Chosen(-value) : value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A count, its thousands apart: <c>12 000</c>; four digits stay together.</summary>
    public static string Count(long count) => count < 10_000
        ? count.ToString(CultureInfo.InvariantCulture)
        : count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');

    /// <summary>A count with its noun: <c>1 row</c>, <c>5 rows</c>.</summary>
    public static string Count(long count, string noun) => $"{Count(count)}{NoBreakSpace}{noun}{(count == 1 ? "" : "s")}";

    /// <summary>A fraction in percent: <c>95 %</c>.</summary>
    public static string Percent(double fraction, int decimals = -1) =>
        (decimals < 0 ? (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) : Number(fraction * 100, decimals)) + NoBreakSpace + "%";

    /// <summary>A p-value: <c>p = 0.03</c>, <c>p &lt; 0.001</c>.</summary>
    public static string PValue(double p) => p < 0.001
        ? $"p{NoBreakSpace}<{NoBreakSpace}0.001"
        : $"p{NoBreakSpace}={NoBreakSpace}{Number(p, p < 0.01 ? 3 : 2)}";
}
