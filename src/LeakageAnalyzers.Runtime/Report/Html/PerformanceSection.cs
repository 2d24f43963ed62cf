using System.Xml.Linq;
using LeakageAnalyzers.Runtime.Evaluation;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Every metric with its interval.</summary>
internal static class PerformanceSection
{
    // They are not on a scale from 0 to 1.
    private static readonly HashSet<string> Unbounded =
    [
        nameof(BinaryClassificationMetric.MatthewsCorrelation), nameof(BinaryClassificationMetric.LogLossReduction), nameof(RegressionMetric.RSquared),
    ];

    // So that a mark at an end is seen whole.
    private const double Room = 0.015;

    public static IEnumerable<object?> Write(ReportDocument document, Figures figures)
    {
        if (document.Performance is not { } performance)
        {
            return [Missing.Of(document, MissingParts.Performance)];
        }

        var shares = performance.Metrics.Where(IsShare).ToList();
        return
        [
            El("p", Units(performance)),
            shares.Count > 1 ? Figure(shares, figures) : null,
            Table(
                "All metrics, with the direction in which they improve",
                ["Metric", "Better", "Value", $"{ReportNumbers.Percent(performance.Level)} confidence interval"],
                performance.Metrics.Select(metric => new object?[] { Name(metric), Direction(metric.Direction), Value(metric), Interval(metric) }),
                numbersFrom: 2),
            document.Repetitions is { } repetitions ? El("p", Repeated(repetitions)) : Missing.Of(document, MissingParts.Repetitions),
        ];
    }

    private static string Units(Performance performance) => performance.Groups is { } groups
        ? $"{ReportNumbers.Count(performance.Rows, "test row")} from {ReportNumbers.Count(groups, "group")} of {performance.GroupColumn}. Rows of one group are not independent; the intervals draw whole groups."
        : $"{ReportNumbers.Count(performance.Rows, "test row")}. The intervals take rows to be independent: they are too narrow where several come from one patient or site.";

    private static XElement Figure(List<MetricValue> shares, Figures figures)
    {
        var rows = shares.Select(metric => new IntervalRow(metric.Title, $"{Value(metric)} ({Interval(metric)})", metric.Value, metric.Lower, metric.Upper)).ToList();
        return figures.Write(
            isNarrow => IntervalPlot.Draw(rows, new IntervalScale("Value (higher is better)", -Room, 1 + Room, []), isNarrow),
            isNarrow => IntervalPlot.Height(rows.Count, isNarrow),
            "Metrics on a scale from 0 to 1, each with its confidence interval",
            string.Join("; ", shares.Select(metric => $"{metric.Title} {ReportNumbers.Estimate(metric)}")) + ".");
    }

    private static bool IsShare(MetricValue metric) =>
        metric is { Direction: MetricDirection.HigherIsBetter, Value: >= 0 and <= 1, Lower: >= 0, Upper: <= 1 } && !Unbounded.Contains(metric.Name);

    private static object Name(MetricValue metric) => metric.Note is null ? metric.Title : new object[] { metric.Title, Of("span", "note", metric.Note) };

    private static string Direction(MetricDirection direction) => direction switch
    {
        MetricDirection.HigherIsBetter => "higher",
        MetricDirection.LowerIsBetter => "lower",
        MetricDirection.OneIsBest => "nearer to 1",
        MetricDirection.ZeroIsBest => "nearer to 0",
        _ => "–",
    };

    private static string Value(MetricValue metric) => metric switch
    {
        { Value: null } => "none",
        { Lower: { } lower, Upper: { } upper } => ReportNumbers.Number(metric.Value.Value, ReportNumbers.Decimals(lower, upper)),
        _ => ReportNumbers.Number(metric.Value.Value, 3),
    };

    private static string Interval(MetricValue metric) => metric is { Lower: { } lower, Upper: { } upper } ? ReportNumbers.Range(lower, upper) : "none";

    private static string Repeated(Repetitions repetitions) =>
        $"Over {repetitions.Describe()} the headline metric had mean {ReportNumbers.Number(repetitions.Mean, 2)}; one run has standard deviation {ReportNumbers.Number(repetitions.RunDeviation, 2)}{Parts(repetitions)}. "
        + $"The runs ranged from {ReportNumbers.Number(repetitions.Lowest, 2)} to {ReportNumbers.Number(repetitions.Highest, 2)}.";

    private static string Parts(Repetitions repetitions) => repetitions is { SeedDeviation: { } seeds, SplitDeviation: { } splits, RestDeviation: { } rest }
        ? $" (seeds {ReportNumbers.Number(seeds, 3)}, splits {ReportNumbers.Number(splits, 3)}, both {ReportNumbers.Number(rest, 3)})"
        : "";
}
