using System.Globalization;
using System.Text;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Counts what the analyzer reports of what the guard sees.</summary>
internal static class AgreementTable
{
    /// <summary>Recall, precision and counts by rule, and the disagreements by feature of the language.</summary>
    public static string Of(IReadOnlyCollection<Comparison> comparisons)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{comparisons.Count} programs that ran to their end, {comparisons.Count(comparison => comparison.Agrees)} agree");
        text.AppendLine().AppendLine("rule      both  missed   false  recall  precision");
        var ids = comparisons.SelectMany(comparison => comparison.Seen.Union(comparison.Reported)).Select(leak => leak.Id).Distinct().Order(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            AppendRow(text, id, comparisons, leak => leak.Id == id);
        }

        AppendRow(text, "all", comparisons, _ => true);
        text.AppendLine().AppendLine("style               programs  missed   false");
        foreach (var style in Enum.GetValues<CodeStyle>())
        {
            var using_ = comparisons.Where(comparison => comparison.Styles.Contains(style)).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"{style,-18} {using_.Count,9} {using_.Count(comparison => comparison.Missed.Any()),7} {using_.Count(comparison => comparison.FalselyReported.Any()),7}");
        }

        return text.ToString();
    }

    /// <summary>The share of the leaks seen that were reported, and of those reported that were seen; 1 where there are none.</summary>
    public static (double Recall, double Precision) RatesOf(IReadOnlyCollection<Comparison> comparisons, Func<Leak, bool> isCounted)
    {
        double both = comparisons.Sum(comparison => comparison.Seen.Intersect(comparison.Reported).Count(isCounted));
        var missed = comparisons.Sum(comparison => comparison.Missed.Count(isCounted));
        var falsely = comparisons.Sum(comparison => comparison.FalselyReported.Count(isCounted));
        return (both + missed == 0 ? 1 : both / (both + missed), both + falsely == 0 ? 1 : both / (both + falsely));
    }

    private static void AppendRow(StringBuilder text, string name, IReadOnlyCollection<Comparison> comparisons, Func<Leak, bool> isCounted)
    {
        var (recall, precision) = RatesOf(comparisons, isCounted);
        text.AppendLine(CultureInfo.InvariantCulture, $"{name,-8} {comparisons.Sum(comparison => comparison.Seen.Intersect(comparison.Reported).Count(isCounted)),5} {comparisons.Sum(comparison => comparison.Missed.Count(isCounted)),7} {comparisons.Sum(comparison => comparison.FalselyReported.Count(isCounted)),7} {recall,7:P1} {precision,10:P1}");
    }
}
