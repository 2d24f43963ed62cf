using System.CommandLine;
using System.Text;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Output.Machine;
using LeakageAnalyzers.Tool.Output.Pages;
using LeakageAnalyzers.Tool.Output.Readable;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Prove;
using LeakageAnalyzers.Tool.Prove.Results;
using LeakageAnalyzers.Tool.Prove.Running;
using LeakageAnalyzers.Tool.Prove.Variants;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary><c>leakage prove PATH…</c>: runs programs with and without their leaks and tells what the leaks were worth.</summary>
internal static class ProveCommand
{
    /// <summary>What it is called.</summary>
    public const string Name = "prove";

    private const int DefaultRuns = 5;
    private const int DefaultTimeout = 120;

    /// <summary>The command as the parser needs it.</summary>
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var finding = new Option<string?>("--finding") { Description = "Measure this finding only: LEAK202, or LEAK202@File.cs:41." };
        var runs = new Option<int>("--runs") { Description = "How many times each program is run, each time with other seeds; the first run has the program's own.", DefaultValueFactory = _ => DefaultRuns };
        var timeout = new Option<double>("--timeout") { Description = "How many seconds a run may take.", DefaultValueFactory = _ => DefaultTimeout };
        var format = new Option<ProofFormat>("--format") { Description = "How to tell: console, json or html." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "A file to write to instead of the console." };
        var arguments = new Option<string[]>("--argument") { Description = "An argument for the programs; may be repeated." };
        var command = new Command(
            Name,
            "Runs copies of programs as they stand and repaired, over several seeds, and tells what each leak was worth. Exit code: 0 no leak, 1 leaks were measured, 2 something could not be.")
        {
            paths, finding, runs, timeout, format, output, arguments,
        };
        runs.Validators.Add(result => AtLeast(result, result.GetValueOrDefault<int>() >= 1, "--runs has to be 1 or more."));
        timeout.Validators.Add(result => AtLeast(result, result.GetValueOrDefault<double>() is > 0 and < 1_000_000, "--timeout has to be a number of seconds above 0."));
        command.SetAction((parsed, cancellation) => CommandLine.GuardAsync(() => ProveAsync(
            parsed.GetRequiredValue(paths),
            parsed.GetValue(finding) is { } text ? FindingFilter.Parse(text) : null,
            new RunOptions(parsed.GetValue(runs), TimeSpan.FromSeconds(parsed.GetValue(timeout)), parsed.GetValue(arguments) ?? []),
            (parsed.GetValue(format), parsed.GetValue(output)?.FullName),
            cancellation)));
        return command;
    }

    private static void AtLeast(System.CommandLine.Parsing.OptionResult result, bool isRight, string complaint)
    {
        if (!isRight)
        {
            result.AddError(complaint);
        }
    }

    private static async Task<int> ProveAsync(IReadOnlyList<string> paths, FindingFilter? filter, RunOptions options, (ProofFormat Format, string? File) output, CancellationToken cancellation)
    {
        var folder = Environment.CurrentDirectory;
        using var finder = new ProgramFinder(folder) { FollowsReferences = true };
        using var prover = new Prover(options, filter);
        var sources = await finder.FindAsync(paths, cancellation);
        var proofs = await RunProgress.ShowAsync("measuring", sources.Count, progress => ProveAllAsync(sources, prover, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        var run = new ProofRun([.. proofs.Proofs], [.. finder.Problems.Concat(proofs.Problems).Distinct()], options.Runs);
        Write(run, folder, output.Format, output.File);
        return run.IsIncomplete ? ExitCodes.NotAnalysed : run.Programs.Count > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }

    // One program after the other: the variants of each run side by side. The leaks of a library are measured in what uses it, so libraries come last.
    private static async Task<(List<ProgramProof> Proofs, List<Problem> Problems)> ProveAllAsync(
        IReadOnlyList<ProgramSource> sources, Prover prover, Analysis.IRunProgress progress, CancellationToken cancellation)
    {
        var (proofs, problems) = (new List<ProgramProof>(), new List<Problem>());
        var (libraries, used) = (new List<ProgramSource>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var source in sources)
        {
            await ProveAsync(source, isLast: false);
        }

        foreach (var library in libraries.Where(library => !used.Contains(library.Path)))
        {
            await ProveAsync(library, isLast: true);
        }

        libraries.ForEach(progress.Finished);
        proofs.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return (proofs, problems);

        async Task ProveAsync(ProgramSource source, bool isLast)
        {
            progress.Started(source);
            try
            {
                if (await source.ReadAsync(cancellation) is { } program)
                {
                    if (program.IsLibrary && !isLast)
                    {
                        libraries.Add(source);
                        return;
                    }

                    problems.AddRange(program.Problems);
                    used.UnionWith(program.Libraries.Select(library => library.Project.FilePath).OfType<string>());
                    if (await prover.ProveAsync(program, cancellation) is { } proof)
                    {
                        proofs.Add(proof);
                        problems.AddRange(NoteOn(program, proof));
                    }
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                problems.Add(new Problem(source.Path, $"cannot be measured: {failure.Message.ReplaceLineEndings(" ")}", IsFatal: true));
            }

            if (!isLast)
            {
                progress.Finished(source);
            }
        }
    }

    // Such a project names packages or a framework that may be older than what it was run with.
    private static IEnumerable<Problem> NoteOn(ReadProgram program, ProgramProof proof) => proof.Findings.Count > 0 && !program.IsEvaluated && program.Project.FilePath is { } project
        ? [new Problem(project, $"run from its sources with ML.NET {ReferenceAssemblies.MlNetVersion} and .NET {Environment.Version.Major}, which the tool brings: its own packages are not restored (dotnet restore)", IsFatal: false)]
        : [];

    private static void Write(ProofRun run, string folder, ProofFormat format, string? file)
    {
        if (format == ProofFormat.Console && file is null)
        {
            new ProofConsole(Terminal.Out, folder).Write(run);
            return;
        }

        var text = format switch
        {
            ProofFormat.Json => ProofJson.Of(run, folder),
            ProofFormat.Html => ProofPage.Of(run, folder),
            _ => ProofConsole.ToText(run, folder),
        };
        if (file is null)
        {
            Console.Out.Write(text);
        }
        else
        {
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(text));
        }
    }
}

/// <summary>The ways to write down a proof.</summary>
internal enum ProofFormat
{
    /// <summary>For reading in a terminal.</summary>
    Console,

    /// <summary>Our own fields, for scripts.</summary>
    Json,

    /// <summary>A page with pictures.</summary>
    Html,
}
