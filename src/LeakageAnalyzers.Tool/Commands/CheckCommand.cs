using System.CommandLine;
using System.Text;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Output.Machine;
using LeakageAnalyzers.Tool.Output.Pages;
using LeakageAnalyzers.Tool.Output.Readable;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage check PATH…</c>: analyses and tells; touches no file.</summary>
internal static class CheckCommand
{
    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var format = new Option<Format>("--format") { Description = "How to tell: console, sarif, json, html or github." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "A file to write to instead of the console." };
        var failOn = new Option<Level>("--fail-on") { Description = "The least level of a finding that makes the exit code 1; the console tells those below it in a line each.", DefaultValueFactory = _ => Level.Warning };
        var baseline = new Option<FileInfo?>("--baseline") { Description = "A file of known findings, which are not told again. Written where it does not exist." };
        var update = new Option<bool>("--update-baseline") { Description = "Write the baseline anew." };
        var command = new Command("check", "Analyses programs without touching them. Exit code: 0 clean, 1 findings, 2 something could not be analysed.")
        {
            paths, format, output, failOn, baseline, update,
        };
        command.SetAction((arguments, cancellation) => CommandLine.GuardAsync(() => new Check(
            arguments.GetRequiredValue(paths), arguments.GetValue(format), arguments.GetValue(output)?.FullName, arguments.GetValue(failOn),
            arguments.GetValue(baseline)?.FullName, arguments.GetValue(update)).ExecuteAsync(cancellation)));
        return command;
    }

    /// <summary>One call.</summary>
    private sealed record Check(IReadOnlyList<string> Paths, Format Format, string? Output, Level FailOn, string? Baseline, bool UpdatesBaseline)
    {
        public async Task<int> ExecuteAsync(CancellationToken cancellation)
        {
            var folder = Environment.CurrentDirectory;
            var run = await PathsRun.AnalyzeAsync(Paths, folder, new AnalysisOptions(Repairs: Format is Format.Sarif or Format.Json, Workflows: Format == Format.Html), cancellation);
            if (Baseline is not null)
            {
                if (UpdatesBaseline || !File.Exists(Baseline))
                {
                    Tool.Output.Baseline.Write(Baseline, run, folder);
                }

                run = Tool.Output.Baseline.Apply(Baseline, run, folder);
            }

            cancellation.ThrowIfCancellationRequested();
            Write(run, folder);
            return run.Problems.Any(problem => problem.IsFatal) ? ExitCodes.NotAnalysed
                : run.Findings.Any(finding => finding.Level >= FailOn) ? ExitCodes.Findings
                : ExitCodes.Clean;
        }

        private void Write(Run run, string folder)
        {
            if (Format == Format.Console && Output is null)
            {
                new ConsoleReport(Terminal.Out, folder, FailOn).Write(run);
                return;
            }

            var text = Format switch
            {
                Format.Sarif => SarifReport.Of(run, folder),
                Format.Json => JsonReport.Of(run, folder),
                Format.GitHub => GitHubReport.Of(run, folder),
                Format.Html => HtmlReport.Of(run, folder),
                _ => ConsoleReport.ToText(run, folder, FailOn),
            };
            if (Output is null)
            {
                Console.Out.Write(text);
            }
            else
            {
                AtomicFile.Write(Output, Encoding.UTF8.GetBytes(text));
            }
        }
    }
}
