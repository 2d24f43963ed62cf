using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>A run as somebody reads it who sits before it: the line, what is wrong with it, the way of the data, and what to do.</summary>
/// <param name="console">Where to.</param>
/// <param name="folder">What file names are relative to.</param>
/// <param name="inFull">The least level of a finding that is told in full; what is below it is a remark of one line.</param>
internal sealed class ConsoleReport(IAnsiConsole console, string folder, Level inFull)
{
    private const int Indent = 5;

    /// <summary>What it writes where nothing is a terminal.</summary>
    public static string ToText(Run run, string folder, Level inFull)
    {
        using var text = new StringWriter();
        new ConsoleReport(Terminal.Plain(text), folder, inFull).Write(run);
        return text.ToString();
    }

    /// <summary>Writes all of it.</summary>
    public void Write(Run run)
    {
        foreach (var file in run.Findings.GroupBy(finding => finding.Place.File))
        {
            console.Write(new Text(NameOf(file.Key), new Style(decoration: Decoration.Bold)));
            console.WriteLine();
            console.WriteLine();
            foreach (var finding in file.Where(IsInFull))
            {
                Write(finding);
            }

            WriteRemarks([.. file.Where(finding => !IsInFull(finding))]);
        }

        WriteProblems(run.Problems);
        WriteSummary(run);
    }

    private void Write(ReportedFinding finding)
    {
        console.MarkupLine($"  [{ColorOf(finding.Level)} bold]{finding.Rule.Id}[/] {Markup.Escape(finding.Rule.Title)} [dim]({finding.Level.ToString().ToLowerInvariant()})[/]");
        new CodeFrame(console, finding.Place, ColorOf(finding.Level)).Write();
        Paragraph("", finding.Statement, Style.Plain);
        console.WriteLine();
        WriteStory(finding);
        Paragraph("→ ", finding.Advice, new Style(decoration: Decoration.Bold));
        console.WriteLine();
    }

    private void WriteRemarks(IReadOnlyList<ReportedFinding> remarks)
    {
        if (remarks.Count == 0)
        {
            return;
        }

        var places = remarks.Select(remark => remark.Place.Describe()).ToList();
        var width = places.Max(place => place.Length);
        foreach (var (index, remark) in remarks.Index())
        {
            console.MarkupLine($"  [{ColorOf(remark.Level)}]{remark.Rule.Id}[/] {Markup.Escape(places[index].PadRight(width))}  {Markup.Escape(remark.Rule.Title)} [dim]({remark.Level.ToString().ToLowerInvariant()})[/]");
        }

        console.WriteLine();
    }

    private void WriteStory(ReportedFinding finding)
    {
        if (finding.Story.Count < 2)
        {
            return;
        }

        var places = finding.Story.Select(step => Describe(step.Place, finding.Place)).ToList();
        var (verbs, width) = (finding.Story.Max(step => step.Verb.Length), places.Max(place => place.Length));
        foreach (var (index, step) in finding.Story.Index())
        {
            var isHere = step.Place == finding.Place;
            var start = $"{new string(' ', Indent)}{index + 1}  {step.Verb.PadRight(verbs)}  {places[index].PadRight(width)}  ";
            var room = Math.Max(10, console.Profile.Width - start.Length - 1);
            var code = step.Place.Code.Trim();
            console.Write(new Text(start, isHere ? new Style(decoration: Decoration.Bold) : Style.Plain));
            console.Write(new Text(code.Length > room ? code[..(room - 1)] + "…" : code, isHere ? new Style(decoration: Decoration.Bold) : new Style(decoration: Decoration.Dim)));
            console.WriteLine();
        }

        console.WriteLine();
    }

    private void WriteProblems(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            console.Write(new Text(problem.IsFatal ? "incomplete: " : "note: ", new Style(problem.IsFatal ? Color.Red : Color.Yellow)));
            // One line each, however long.
            console.Profile.Out.Writer.WriteLine($"{NameOf(problem.Path)}: {problem.Message}");
        }

        if (problems.Count > 0)
        {
            console.WriteLine();
        }
    }

    private void WriteSummary(Run run)
    {
        var (known, all) = run.Provenance;
        var rows = all == 0 ? "" : $" The rows of {known} of {Counted.Of(all, "call")} that split, fit or test are known.";
        var baseline = run.Known == 0 ? "" : $" {Counted.Of(run.Known, "finding")} of the baseline not shown.";
        var remarks = run.Findings.Count(finding => !IsInFull(finding));
        var besides = remarks == 0 ? "" : $" and {Counted.Of(remarks, "remark")}";
        console.Write(new Text(
            run.Programs.Count == 0 ? "No program uses ML.NET." : $"{Counted.Of(run.Findings.Count - remarks, "finding")}{besides} in {Counted.Of(run.Programs.Count, "program")}.",
            new Style(run.Findings.Count == remarks ? Color.Green : Color.Default)));
        console.WriteLine($"{rows}{baseline}");
        if (run.Findings.Count > 0)
        {
            var first = run.Findings.FirstOrDefault(IsInFull) ?? run.Findings[0];
            var details = remarks == 0 ? "" : " --fail-on info tells the remarks in full.";
            console.Write(new Text($"leakage explain {first.Rule.Id} tells more; leakage fix repairs what can be repaired.{details}", new Style(decoration: Decoration.Dim)));
            console.WriteLine();
        }
    }

    private bool IsInFull(ReportedFinding finding) => finding.Level >= inFull;

    private void Paragraph(string mark, string text, Style style)
    {
        var line = new string(' ', Indent) + mark;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= console.Profile.Width && line.Trim().Length > mark.Trim().Length)
            {
                WriteLine(line);
                line = new string(' ', Indent + mark.Length);
            }

            line += word + " ";
        }

        if (text.Length > 0)
        {
            WriteLine(line);
        }

        void WriteLine(string full)
        {
            console.Write(new Text(full.TrimEnd(), style));
            console.WriteLine();
        }
    }

    private string Describe(CodePlace place, CodePlace reader) => place.File == reader.File ? place.Describe() : $"{NameOf(place.File)} {place.Describe()}";

    private string NameOf(string path) => Path.IsPathRooted(path) && Path.GetRelativePath(folder, path) is var relative && !relative.StartsWith("../../..", StringComparison.Ordinal) ? relative : path;

    private static string ColorOf(Level level) => level switch
    {
        Level.Error => "red",
        Level.Warning => "yellow",
        _ => "blue",
    };
}
