using System.Text;
using LeakageAnalyzers.Runtime.Files;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// A report on an evaluation: whether its number is believable and what speaks against it, where the rows went, intervals, comparisons, calibration, shift, and the
/// checklist of what was measured, what the author declared and what is not shown. As one page of HTML that needs nothing else, and as JSON of a published schema.
/// </summary>
/// <remarks>The page has no script and loads nothing; it follows the reader's choice of light or dark and prints in black on white.</remarks>
/// <example>
/// <code>
/// EvaluationReport.From(new ReportContents { Title = "Parkinson's disease from the voice", Guard = guard, Evaluation = evaluation }).Save("report.html");
/// </code>
/// </example>
public sealed class EvaluationReport
{
    private readonly ReportDocument document;

    private EvaluationReport(ReportDocument document) => this.document = document;

    /// <summary>The JSON schema (draft 2020-12) that <see cref="ToJson"/> follows.</summary>
    public static string JsonSchema { get; } = Resource.Read("evaluation-report.schema.json");

    /// <summary>Whether a leak was measured: the report then says that its number is not believable.</summary>
    public bool HasLeak => document.Summary.Verdict == Verdict.NotBelievable;

    /// <summary>Writes the report from what there is; a part that is missing is reported as not shown.</summary>
    /// <param name="contents">What there is.</param>
    /// <exception cref="ArgumentNullException">There is nothing, or a list or an element of one is null.</exception>
    /// <exception cref="ArgumentException">The title is blank, there is no metric of the name that is to be the headline, or a repetition is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed: it has forgotten what it saw.</exception>
    public static EvaluationReport From(ReportContents contents) => new(ReportWriter.Write(Check.NotNull(contents)));

    /// <summary>The report as a page of HTML.</summary>
    public string ToHtml() => ReportPage.Write(document);

    /// <summary>The same content as JSON. A number that is infinite is written as <c>"Infinity"</c>.</summary>
    public string ToJson() => ReportJson.Write(document);

    /// <summary>Writes the page, and the JSON beside it under the same name with the ending <c>.json</c>.</summary>
    /// <param name="htmlPath">Where the page goes; its folder is made if it is not there.</param>
    /// <returns>The full path of the page.</returns>
    /// <exception cref="ArgumentException">The path is blank, or ends in <c>.json</c>.</exception>
    /// <exception cref="IOException">A file cannot be written; the message says which.</exception>
    public string Save(string htmlPath)
    {
        if (string.IsNullOrWhiteSpace(Check.NotNull(htmlPath)) || Path.GetExtension(htmlPath).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{htmlPath}' is no path for a page; the JSON is written beside it.", nameof(htmlPath));
        }

        var path = Path.GetFullPath(htmlPath);
        Writing.To(path, "The report", () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, ToHtml(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        });
        var json = Path.ChangeExtension(path, ".json");
        Writing.To(json, "The JSON of the report", () => File.WriteAllText(json, ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
        return path;
    }

    /// <summary>The answer in one line: the verdict and the number.</summary>
    public override string ToString() => document.Summary.Headline is { } headline
        ? $"{VerdictTexts.Of(document.Summary.Verdict)}: {headline.Metric.Title} {ReportNumbers.Estimate(headline.Metric)}"
        : VerdictTexts.Of(document.Summary.Verdict);
}
