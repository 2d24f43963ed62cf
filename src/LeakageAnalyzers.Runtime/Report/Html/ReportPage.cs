using System.Globalization;
using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Writes a report as one page of HTML that needs nothing else.</summary>
internal static class ReportPage
{
    public static string Write(ReportDocument document)
    {
        var figures = new Figures();
        var sections = new (string Id, string Title, IEnumerable<object?> Content)[]
        {
            ("flow", "Flow of rows", FlowSection.Write(document)),
            ("performance", "Performance", PerformanceSection.Write(document, figures)),
            ("comparison", "Comparison", ComparisonSection.Write(document, figures)),
            ("calibration", "Calibration", CalibrationSection.Write(document, figures)),
            ("subgroups", "Subgroups", SubgroupSection.Write(document, figures)),
            ("split", "Train and test rows compared", AuditSection.Write(document, figures)),
            ("ledger", "Looks at the test rows", LedgerSection.Write(document, figures)),
            ("checklist", "Checklist", ChecklistSection.Write(document)),
            ("methods", "How the numbers were made", MethodsSection.Write(document)),
        };
        return Markup.Write(El(
            "html",
            At("lang", "en"),
            El(
                "head",
                El("meta", At("charset", "utf-8")),
                El("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
                El("meta", At("name", "color-scheme"), At("content", "light dark")),
                El("meta", At("name", "generator"), At("content", $"{document.Software.Name} {document.Software.Version}")),
                El("title", document.Title),
                El("style", new RawText(Resource.Read("report.css")))),
            El("body", El("main", Header(document), SummarySection.Write(document), Contents(sections), sections.Select((section, i) => Section(i + 1, section))), Footer(document))));
    }

    private static XElement Header(ReportDocument document) => El(
        "header",
        Of("p", "kicker", "Evaluation report"),
        El("h1", document.Title),
        document.Subject is { } subject ? Of("p", "subject", subject) : null);

    private static XElement Contents(IEnumerable<(string Id, string Title, IEnumerable<object?> Content)> sections) => El(
        "nav",
        At("aria-label", "Contents"),
        El("ol", sections.Select(section => El("li", El("a", At("href", "#" + section.Id), section.Title)))));

    private static XElement Section(int number, (string Id, string Title, IEnumerable<object?> Content) section) => El(
        "section",
        At("id", section.Id),
        At("aria-labelledby", section.Id + "-title"),
        El("h2", At("id", section.Id + "-title"), Of("span", "section-number", number.ToString(CultureInfo.InvariantCulture)), " ", section.Title),
        section.Content);

    private static XElement Footer(ReportDocument document) => El(
        "footer",
        El("p", $"Written on {document.CreatedAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} by {document.Software.Name} {document.Software.Version}. The same content is in the JSON file beside this page."));
}
