using System.Xml.Linq;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Prove.Results;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>A proof as one page that needs nothing else, in the style of the run-time library's reports: each leak with its numbers, a paired plot and the sentence for a paper.</summary>
internal sealed class ProofPage
{
    private const double PlotWidth = 420;

    private readonly Figures _figures = new();
    private readonly string _folder;

    private ProofPage(string folder) => _folder = folder;

    /// <summary>The page, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(ProofRun run, string folder)
    {
        var page = new ProofPage(folder);
        return Write(El(
            "html",
            At("lang", "en"),
            El(
                "head",
                El("meta", At("charset", "utf-8")),
                El("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
                El("meta", At("name", "color-scheme"), At("content", "light dark")),
                El("title", "What the leaks were worth"),
                El("style", new RawText(Resource.Read("report.css") + Html.Resource("proof.css")))),
            El(
                "body",
                El("main", Header(run), Summary(run), run.Programs.Select(page.Program), page.NotMeasured(run)),
                El("footer", El("p", $"Each program was run {run.Runs} times as it stands and {run.Runs} times repaired, on copies of its files, with the same seeds on both sides; run 1 has the program's own. "
                    + "Each interval says what it rests on. Draws of individuals show what other individuals like these would give, with the models as they were fitted; Student's t over runs shows how much the difference depends on seeds and splits.")))));
    }

    private static XElement Header(ProofRun run) => El(
        "header",
        Markup.Of("p", "kicker", "leakage prove"),
        El("h1", "What the leaks were worth"),
        Markup.Of("p", "subject", $"{ReportNumbers.Count(run.Programs.Sum(program => program.Findings.Count), "leak")} measured in {ReportNumbers.Count(run.Programs.Count(program => program.Findings.Count > 0), "program")}."));

    private static XElement? Summary(ProofRun run) => run.Programs.All(program => program.Findings.Count == 0) ? null : Leaks(
        "Each leak by itself: the mean paired difference, the score as published, and the mean of the repaired program",
        ["Leak", "Score", "Inflation", "95 % interval", "By", "Published", "Repaired"],
        run.Programs.SelectMany(program => program.Findings.Select(proof => new object?[]
        {
            $"{proof.Finding.Rule.Id}, {Where(proof.Finding)}", ProofText.Short(proof.Headline.Metric), ProofText.Signed(proof.Headline.Mean), ProofText.Range(proof.Headline.Interval), proof.Headline.Estimate.Value?.Unit ?? "",
            ProofText.Score(proof.Headline.Published), ProofText.Score(proof.Headline.HonestMean),
        })));

    // A phone stacks its cells, each of which then needs the name of its column.
    private static XElement Leaks(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var table = Table(caption, columns, rows, numbersFrom: 2);
        foreach (var row in table.Descendants("tbody").Elements())
        {
            foreach (var (cell, column) in row.Elements("td").Zip(columns.Skip(1)))
            {
                cell.Add(At("data-label", column));
            }
        }

        return Markup.Of("div", "leaks", table);
    }

    private XElement? Program(ProgramProof program) => program.Findings.Count == 0 ? null : El(
        "section",
        El("h2", program.Name),
        program.Findings.Select(Finding),
        program.Together.Count == 0 ? null : Table(
            $"Repaired one after the other, in the order of the data's flow: {ProofText.Metric(program.Together[0].Metric)}",
            ["Repaired", "Mean score", "Inflation that is taken away"],
            program.Together.Select(score => new object?[] { score.Finding is { } finding ? $"{finding.Rule.Id}, {Where(finding)}" : "nothing", ProofText.Score(score.Mean), score.Inflation is { } inflation ? ProofText.Signed(inflation.Mean) : "" })));

    private IEnumerable<object?> Finding(FindingProof proof)
    {
        yield return El("h3", $"{proof.Finding.Rule.Id} {proof.Finding.Rule.Title}, {Where(proof.Finding)}");
        yield return El("p", El("code", proof.Finding.Place.Code.Trim()));
        yield return El("p", ProofText.Limitation(proof));
        if (proof.Headline.Estimate.Value?.WhyNotByGroup is { } why)
        {
            yield return El("p", $"The interval is not by group: {why}.");
        }

        yield return El("p", $"The run-time guard: {(proof.Guard.IsShown ? "leak " : "")}{proof.Guard.Text}.{(proof.Remark is { } remark ? $" Note: {remark}." : "")}");
        foreach (var inflation in proof.Inflations)
        {
            var metric = ProofText.Metric(inflation.Metric);
            yield return _figures.Write(
                _ => PairedPlot.Draw(inflation, metric),
                _ => PairedPlot.Height,
                $"{metric}{(inflation.Place is { } place ? $", evaluated at {place.Describe()}" : "")}: each run as it stands and repaired, and their means",
                $"As it stands {string.Join(", ", inflation.Leaky.Select(ProofText.Score))}; repaired {string.Join(", ", inflation.Honest.Select(ProofText.Score))}.",
                PlotWidth);
        }
    }

    private XElement? NotMeasured(ProofRun run)
    {
        var lines = run.Problems.Select(problem => $"{Path.GetRelativePath(_folder, problem.Path).Replace('\\', '/')}: {problem.Message}")
            .Concat(run.Programs.SelectMany(program => program.NotMeasured.Select(left => $"{program.Name}{(left.Finding is { } finding ? $": {finding.Rule.Id}, {Where(finding)}" : "")}: {left.Reason}")))
            .ToList();
        return lines.Count == 0 ? null : El("section", El("h2", "Not measured"), Markup.Of("ul", "missing-parts", lines.Select(line => El("li", line))));
    }

    private static string Where(ReportedFinding finding) => $"{Path.GetFileName(finding.Place.File)} {finding.Place.Describe()}";
}
