using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>A run as somebody reads it who sits before it: the line, what is wrong with it, the way of the data, and what to do.</summary>
/// <param name="console">Where to.</param>
/// <param name="folder">What file names are relative to.</param>
internal sealed class ConsoleReport(IAnsiConsole console, string folder)
{
    private const int Indent = 5;

    /// <summary>What it writes where nothing is a terminal.</summary>
    public static string ToText(Run run, string folder)
    {
        using var text = new StringWriter();
        new ConsoleReport(Terminal.Plain(text), folder).Write(run);
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
            foreach (var finding in file)
            {
                Write(finding);
            }
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
        var rows = all == 0 ? "" : $" The rows of {known} of {Count(all, "call")} that split, fit or test are known.";
        var baseline = run.Known == 0 ? "" : $" {Count(run.Known, "finding")} of the baseline not shown.";
        console.Write(new Text(
            run.Programs.Count == 0 ? "No program uses ML.NET." : $"{Count(run.Findings.Count, "finding")} in {Count(run.Programs.Count, "program")}.",
            new Style(run.Findings.Count == 0 ? Color.Green : Color.Default)));
        console.WriteLine($"{rows}{baseline}");
        if (run.Findings.Count > 0)
        {
            console.Write(new Text($"leakage explain {run.Findings[0].Rule.Id} tells more; leakage fix repairs what can be repaired.", new Style(decoration: Decoration.Dim)));
            console.WriteLine();
        }
    }

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

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string ColorOf(Level level) => level switch
    {
        Level.Error => "red",
        Level.Warning => "yellow",
        _ => "blue",
    };
}
