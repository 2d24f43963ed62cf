using System.CommandLine;
using DiffPlex.Renderer;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Repairs;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage fix PATH…</c>: repairs what can be repaired.</summary>
internal static class FixCommand
{
    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change as a unified diff, and change nothing." };
        var rules = new Option<string[]>("--rule") { Description = "Repair findings of these rules only.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("fix", "Repairs programs in place, notebooks too. Exit code: 0 nothing is left, 1 findings without a repair are left, 2 something could not be analysed or written.")
        {
            paths, dryRun, rules,
        };
        command.SetAction((arguments, cancellation) => CommandLine.GuardAsync(() =>
            FixAsync(arguments.GetRequiredValue(paths), arguments.GetValue(dryRun), arguments.GetValue(rules) ?? [], cancellation)));
        return command;
    }

    private static async Task<int> FixAsync(IReadOnlyList<string> paths, bool isDryRun, IReadOnlyCollection<string> rules, CancellationToken cancellation)
    {
        var folder = Environment.CurrentDirectory;
        using var finder = new ProgramFinder(folder);
        var (repaired, left) = (new HashSet<string>(StringComparer.Ordinal), 0);
        var problems = new List<Problem>();

        // One after the other: programs may share files.
        foreach (var source in await finder.FindAsync(paths, cancellation))
        {
            if (await source.ReadAsync(cancellation) is not { } program)
            {
                continue;
            }

            problems.AddRange(program.Problems);
            var repairs = await ProgramRepair.MakeAsync(program, rules, cancellation);
            problems.AddRange(repairs.Problems);
            left += repairs.Left.Count(finding => finding.Level >= Level.Warning);
            foreach (var file in repairs.Files.Where(file => !repaired.Contains(file.File)))
            {
                cancellation.ThrowIfCancellationRequested();
                var name = Path.GetRelativePath(folder, file.File).Replace('\\', '/');
                if (isDryRun)
                {
                    Console.Out.Write(Unified(file, name));
                }
                else if (RepairedFile.TryWrite(file) is { } failure)
                {
                    problems.Add(new Problem(file.File, failure, IsFatal: true));
                    continue;
                }
                else
                {
                    Console.WriteLine($"{name}: {string.Join("; ", file.Titles)}");
                }

                repaired.Add(file.File);
            }
        }

        problems.AddRange(finder.Problems);
        foreach (var problem in problems.Distinct())
        {
            await Console.Error.WriteLineAsync($"{(problem.IsFatal ? "not repaired" : "note")}: {Path.GetRelativePath(folder, problem.Path)}: {problem.Message}");
        }

        if (left > 0)
        {
            await Console.Error.WriteLineAsync($"{Counted.Of(left, "finding")} left without a repair: leakage check tells more.");
        }

        return problems.Exists(problem => problem.IsFatal) ? ExitCodes.NotAnalysed : left > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static string Unified(FileRepair file, string name)
    {
        // The line break at the end of a file begins no line.
        var endsLines = file.Before.EndsWith('\n') && file.After.EndsWith('\n');
        var (before, after) = endsLines ? (file.Before[..^1], file.After[..^1]) : (file.Before, file.After);
        return UnidiffRenderer.GenerateUnidiff(before, after, $"a/{name}", $"b/{name}").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
    }
}
