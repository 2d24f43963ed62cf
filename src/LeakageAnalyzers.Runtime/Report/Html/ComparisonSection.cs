using System.Xml.Linq;
using LeakageAnalyzers.Runtime.Statistics;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The model beside simple models and beside others: gains with their intervals.</summary>
internal static class ComparisonSection
{
    public static IEnumerable<object?> Write(ReportDocument document, Figures figures) =>
    [
        El("h3", "Simple models trained on the same rows"),
        .. document.Baselines is { } baselines ? Gains(baselines, figures) : [Missing.Of(document, MissingParts.Baselines)],
        El("h3", "Other models"),
        .. document.Comparisons.Count > 0 ? Others(document.Comparisons, figures) : [Missing.Of(document, MissingParts.Comparison)],
    ];

    private static IEnumerable<object?> Gains(BaselineGains baselines, Figures figures)
    {
        var compared = baselines.Gains.Where(gain => gain.Comparison is not null).ToList();
        yield return El("p", baselines.Verdict switch
        {
            SuperiorityVerdict.Superior => "The model is better than each of them.",
            SuperiorityVerdict.Inferior => "The model is worse than one of them.",
            _ => "It was not shown that the model is better than each of them; that is no proof that it is not.",
        });
        yield return Figure(
            [.. compared.Select(gain => Row(Capital(BaselineTexts.Of(gain.Baseline)), gain.Comparison!))], [.. compared.Select(gain => gain.Comparison!)], "Gain of the model over simple models", figures);
        yield return Table(
            "Simple models, and what the model gains over them",
            ["Baseline", "Its value", "The model’s value", "Gain (CI)"],
            baselines.Gains.Select(gain => new object?[]
            {
                new object[] { Capital(BaselineTexts.Of(gain.Baseline)), Of("span", "note", gain.Note is null ? gain.Description : $"{gain.Description}. {gain.Note}") },
                gain.Comparison is { } first ? Short(first.SecondValue) : "none",
                gain.Comparison is { } second ? Short(second.FirstValue) : "none",
                gain.Comparison is { } third ? $"{Signed(third.Difference, third)} ({ReportNumbers.Range(third.Lower, third.Upper)})" : "none",
            }));
    }

    private static IEnumerable<object?> Others(IReadOnlyList<Comparison> comparisons, Figures figures)
    {
        yield return Of("ul", "verdicts", comparisons.Select(comparison => El("li", UsefulnessObjections.Describe(comparison))));
        foreach (var same in comparisons.GroupBy(comparison => comparison.FirstValue.Name))
        {
            yield return Figure(
                [.. same.Select(comparison => Row($"{Capital(comparison.First)} against {comparison.Second}", comparison))], [.. same], $"Difference in {MetricTitles.InSentence(same.First().FirstValue.Title)}", figures);
        }

        yield return Table(
            "Models on the same rows and the same resamples of them",
            ["Comparison", "First", "Second", "Difference (CI)", "Margin", "P(first better)"],
            comparisons.Select(comparison => new object?[]
            {
                new object[] { $"{Capital(comparison.First)} against {comparison.Second}", Of("span", "note", comparison.FirstValue.Title) },
                Short(comparison.FirstValue),
                Short(comparison.SecondValue),
                $"{Signed(comparison.Difference, comparison)} ({ReportNumbers.Range(comparison.Lower, comparison.Upper)})",
                ReportNumbers.Chosen(comparison.Margin),
                ReportNumbers.Number(comparison.ProbabilityOfSuperiority, 2),
            }));
        yield return Of("p", "caption", "P(first better) is the share of resamples of the test rows on which the first model is better. It says nothing about training again.");
    }

    private static XElement Figure(List<IntervalRow> rows, List<Comparison> comparisons, string caption, Figures figures)
    {
        var margin = comparisons.Max(comparison => comparison.Margin);
        var scale = IntervalScale.Around(
            "Difference (right of the line: the first is better)", rows.SelectMany(row => new[] { row.Lower!.Value, row.Upper!.Value }), [0], margin);
        return figures.Write(
            isNarrow => IntervalPlot.Draw(rows, isNarrow ? scale with { Title = "Difference (right: better)" } : scale, isNarrow),
            isNarrow => IntervalPlot.Height(rows.Count, isNarrow),
            caption + (margin > 0 ? $"; the band is the margin of {ReportNumbers.Chosen(margin)} within which a difference does not matter" : ""),
            string.Join("; ", rows.Select(row => $"{row.Label}: {row.Numbers}")) + ".");
    }

    private static IntervalRow Row(string label, Comparison comparison) => new(
        label, $"{Signed(comparison.Difference, comparison)} ({ReportNumbers.Range(comparison.Lower, comparison.Upper)})", comparison.Difference, comparison.Lower, comparison.Upper);

    private static string Short(MetricValue metric) =>
        metric is { Value: { } value, Lower: { } lower, Upper: { } upper } ? ReportNumbers.Number(value, ReportNumbers.Decimals(lower, upper)) : "none";

    private static string Signed(double difference, Comparison comparison) =>
        (difference > 0 ? "+" : "") + ReportNumbers.Number(difference, ReportNumbers.Decimals(comparison.Lower, comparison.Upper));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
