using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The top of the page: whether the number is believable, and what speaks against it.</summary>
internal static class SummarySection
{
    public static XElement Write(ReportDocument document)
    {
        var summary = document.Summary;
        return Of(
            "section",
            "summary verdict-" + summary.Verdict.ToString().ToLowerInvariant(),
            At("aria-labelledby", "summary-title"),
            El("h2", At("id", "summary-title"), "Is this number believable?"),
            summary.Headline is { } headline ? Number(headline) : null,
            Of("p", "answer", El("strong", Of("span", "mark", At("aria-hidden", "true"), Mark(summary.Verdict)), " ", VerdictTexts.Of(summary.Verdict) + "."), " ", summary.Statement),
            summary.Against.Count > 0 ? El("h3", "What speaks against it") : null,
            summary.Against.Count > 0 ? Of("ul", "objections", summary.Against.Select(Objection)) : null,
            summary.InFavour.Count > 0 ? El("h3", "What speaks for it") : null,
            summary.InFavour.Count > 0 ? Of("ul", "supports", summary.InFavour.Select(support => El("li", support))) : null,
            summary.NotShown.Count > 0 ? El("h3", "What is not shown") : null,
            summary.NotShown.Count > 0 ? Of("ul", "missing-parts", summary.NotShown.Select(part => El("li", El("b", part.Part + "."), " ", part.Reason))) : null);
    }

    private static XElement Number(Headline headline)
    {
        var metric = headline.Metric;
        var units = headline.Groups is { } groups ? $" from {ReportNumbers.Count(groups, "group")} of {headline.GroupColumn}" : "";
        return Of(
            "p",
            "headline",
            Of("span", "metric", metric.Title),
            " ",
            Of("span", "value", metric switch
            {
                { Value: null } => "no value",
                { Lower: { } lower, Upper: { } upper } => ReportNumbers.Number(metric.Value.Value, ReportNumbers.Decimals(lower, upper)),
                _ => ReportNumbers.Number(metric.Value.Value, 3),
            }),
            " ",
            Of("span", "interval", metric is { Lower: { } from, Upper: { } to, Level: { } level } ? $"{ReportNumbers.Percent(level)} CI {ReportNumbers.Range(from, to)}" : "no interval"),
            " ",
            Of("span", "units", $"{ReportNumbers.Count(headline.Rows, "test row")}{units}"));
    }

    private static XElement Objection(Objection objection) => Of(
        "li",
        objection.Gravity == Gravity.Disqualifying ? "disqualifying" : "reservation",
        Of("span", "tag", objection.Gravity == Gravity.Disqualifying ? $"Leak · {objection.Source}" : objection.Source),
        " ",
        objection.Text);

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.NotBelievable => "✕",
        Verdict.NotShown => "?",
        Verdict.BelievableWithReservations => "!",
        _ => "✓",
    };
}
