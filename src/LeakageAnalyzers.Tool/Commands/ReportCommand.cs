using System.CommandLine;
using System.Text;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Output.Pages;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage report PATH…</c>: what was analysed, how much of it is known, and the flow of the rows.</summary>
internal static class ReportCommand
{
    private const string DefaultFile = "leakage-report.html";

    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var output = new Option<FileInfo>("--output", "-o") { Description = "The page to write.", DefaultValueFactory = _ => new FileInfo(DefaultFile) };
        var command = new Command("report", "Writes a page: what was analysed, how much of the provenance is known, the findings by rule, and the flow of the rows of each workflow.") { paths, output };
        command.SetAction((arguments, cancellation) => CommandLine.GuardAsync(() => ReportAsync(arguments.GetRequiredValue(paths), arguments.GetRequiredValue(output).FullName, cancellation)));
        return command;
    }

    private static async Task<int> ReportAsync(IReadOnlyList<string> paths, string output, CancellationToken cancellation)
    {
        var folder = Environment.CurrentDirectory;
        var run = await PathsRun.AnalyzeAsync(paths, folder, new AnalysisOptions(Workflows: true), cancellation);
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.Write(output, Encoding.UTF8.GetBytes(HtmlReport.Of(run, folder)));
        var (known, all) = run.Provenance;
        Console.WriteLine($"{Path.GetRelativePath(folder, output)}: {Counted.Of(run.Programs.Count, "program")}, {Counted.Of(run.Findings.Count, "finding")}, the rows of {known} of {all} calls known");
        return run.Problems.Any(problem => problem.IsFatal) ? ExitCodes.NotAnalysed : run.Findings.Any(finding => finding.Level >= Level.Warning) ? ExitCodes.Findings : ExitCodes.Clean;
    }
}
