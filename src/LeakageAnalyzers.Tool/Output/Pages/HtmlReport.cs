using System.Globalization;
using System.Text;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>A run as one page that needs nothing else: figures, findings by rule, each finding with its story, and the flow of the rows of each workflow.</summary>
internal sealed class HtmlReport
{
    private readonly StringBuilder _page = new();
    private readonly Run _run;
    private readonly string _folder;

    private HtmlReport(Run run, string folder) => (_run, _folder) = (run, folder);

    /// <summary>The page, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(Run run, string folder)
    {
        var report = new HtmlReport(run, folder);
        report.Add($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Leakage report</title><style>{Html.Resource("report.css")}</style></head><body><main>\n<h1>Leakage report</h1>\n");
        report.AddFigures();
        report.AddProblems();
        report.AddRules();
        report.AddFindings();
        report.AddFlows();
        report.Add("</main></body></html>\n");
        return report._page.ToString();
    }

    private void AddFigures()
    {
        var (known, all) = _run.Provenance;
        Add("<dl class=\"figures\">");
        Figure("findings", _run.Findings.Count.ToString(CultureInfo.InvariantCulture));
        Figure("programs that use ML.NET", _run.Programs.Count.ToString(CultureInfo.InvariantCulture));
        Figure("splits, fits and tests whose rows are known", all == 0 ? "none" : $"{known} of {all} ({(100.0 * known / all).ToString("F0", CultureInfo.InvariantCulture)} %)");
        Figure("not analysed", _run.Problems.Count(problem => problem.IsFatal).ToString(CultureInfo.InvariantCulture));
        Add("</dl>\n<p>What is not known is not reported: a finding is proven from the code, silence is only as good as the share of calls whose rows are known.</p>\n");

        void Figure(string what, string value) => Add($"<div><dt>{what}</dt><dd>{value}</dd></div>");
    }

    private void AddProblems()
    {
        if (_run.Problems.Count == 0)
        {
            return;
        }

        Add("<h2>Not analysed, or known in part</h2>\n<ul class=\"problems\">");
        foreach (var problem in _run.Problems)
        {
            Add($"<li><code>{NameOf(problem.Path)}</code> {Html.Text(problem.Message)}</li>");
        }

        Add("</ul>\n");
    }

    private void AddRules()
    {
        if (_run.Findings.Count == 0)
        {
            return;
        }

        Add("<h2>Findings by rule</h2>\n<table><thead><tr><th>rule</th><th>what it means</th><th class=\"number\">findings</th></tr></thead><tbody>");
        foreach (var rule in _run.Findings.GroupBy(finding => finding.Rule).OrderBy(rule => rule.Key.Id, StringComparer.Ordinal))
        {
            Add($"<tr><td>{rule.Key.Id}</td><td>{Html.Text(rule.Key.Title)}<p class=\"why\">{Html.Text(rule.Key.Explanation)}</p></td><td class=\"number\">{rule.Count()}</td></tr>");
        }

        Add("</tbody></table>\n");
    }

    private void AddFindings()
    {
        foreach (var file in _run.Findings.GroupBy(finding => finding.Place.File))
        {
            Add($"<h2 class=\"file\">{NameOf(file.Key)}</h2>\n");
            foreach (var finding in file)
            {
                Add($"<section class=\"finding {finding.Level.ToString().ToLowerInvariant()}\"><h3><span class=\"rule\">{finding.Rule.Id}</span> {Html.Text(finding.Rule.Title)}</h3>");
                Add($"<p class=\"where\">{finding.Place.Describe()}</p><pre><code>{Marked(finding.Place)}</code></pre><p>{Html.Text(finding.Statement)}</p>");
                if (finding.Story.Count > 1)
                {
                    Add("<ol class=\"story\">" + string.Concat(finding.Story.Select(step =>
                        $"<li{(step.Place == finding.Place ? " class=\"here\"" : "")}><b>{step.Verb}</b> <span class=\"where\">{(step.Place.File == finding.Place.File ? "" : NameOf(step.Place.File) + " ")}{step.Place.Describe()}</span><code>{Html.Text(step.Place.Code.Trim())}</code></li>")) + "</ol>");
                }

                Add($"<p class=\"advice\">{Html.Text(finding.Advice)}</p></section>\n");
            }
        }
    }

    private void AddFlows()
    {
        var programs = _run.Programs.Where(program => program.Workflows.Count > 0).ToList();
        if (programs.Count == 0)
        {
            return;
        }

        Add("<h2>The flow of the rows</h2>\n<p>Each line is a set of rows. A split opens a line for the train rows and one for the test rows; a dashed line leads from where something was learned to where it is used. "
            + "<span class=\"key leak\"></span> marks a reported call, <span class=\"key told\"></span> the other places of its story.</p>\n");
        foreach (var program in programs)
        {
            var calls = program.Figures.DistinctCalls;
            Add($"<h3>{Html.Text(program.Name)}</h3><p class=\"where\">rows known in {calls.Count(call => call.IsKnown)} of {calls.Count} calls{(program.Compiles ? "" : $"; {program.Errors.Count} compile errors")}</p>\n");
            foreach (var flow in program.Workflows)
            {
                Add($"<h4>{Html.Text(flow.Name)}</h4>{new FlowPicture(flow, program.Findings).ToHtml()}\n");
            }
        }
    }

    private static string Marked(CodePlace place)
    {
        var start = Math.Clamp(place.Column - 1, 0, place.Code.Length);
        var end = Math.Clamp(place.EndLine == place.Line ? place.EndColumn - 1 : place.Code.Length, start, place.Code.Length);
        var indent = place.Code.Length - place.Code.TrimStart().Length;
        return $"{Html.Text(place.Code[Math.Min(indent, start)..start])}<mark>{Html.Text(place.Code[start..end])}</mark>{Html.Text(place.Code[end..])}";
    }

    private string NameOf(string path) => Html.Text(Path.IsPathRooted(path) ? Path.GetRelativePath(_folder, path).Replace('\\', '/') : path);

    private void Add(string html) => _page.Append(html);
}
