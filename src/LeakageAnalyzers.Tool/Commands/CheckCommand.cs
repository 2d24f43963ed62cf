using System.CommandLine;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage check PATH…</c>: analyses and prints; touches no file.</summary>
internal static class CheckCommand
{
    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Analyses programs without touching them.") { paths };
        command.SetAction((arguments, cancellation) => CheckAsync(arguments.GetRequiredValue(paths), cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using var analyzer = new ProgramAnalyzer([]);
        var isClean = true;
        foreach (var program in paths.Select(Load))
        {
            var result = await analyzer.AnalyzeAsync(program, cancellation);
            foreach (var finding in result.Findings)
            {
                isClean = false;
                AnsiConsole.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, finding.File)}({finding.Line}): {finding.Rule}: {finding.Message}");
            }
        }

        return isClean ? ExitCodes.Clean : ExitCodes.Findings;
    }

    private static SourceProgram Load(string path) => new(path, [.. FilesUnder(path).Select(SourceFile.Read)]) { GlobalUsings = GlobalUsings.Sdk };

    private static IEnumerable<string> FilesUnder(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(Path.GetFullPath(path), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [Path.GetFullPath(path)];
}
