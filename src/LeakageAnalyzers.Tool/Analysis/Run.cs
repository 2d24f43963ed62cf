using System.Diagnostics;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What one run of the tool came to.</summary>
/// <param name="Programs">What became of each program that names ML.NET, in the order of their names.</param>
/// <param name="Problems">What could not be read or analysed, and what is known in part only.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record Run(IReadOnlyList<ProgramResult> Programs, IReadOnlyList<Problem> Problems, TimeSpan Duration)
{
    /// <summary>All findings, each once, in the order of the files.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; init; } =
    [
        .. Programs.SelectMany(program => program.Findings)
            .DistinctBy(finding => (finding.Rule.Id, finding.Place.File, finding.Place.FileLine, finding.Place.Cell, finding.Place.Line, finding.Place.Column))
            .OrderBy(finding => finding.Place.File, StringComparer.Ordinal).ThenBy(finding => finding.Place.FileLine).ThenBy(finding => finding.Place.Column),
    ];

    /// <summary>How many findings a baseline keeps quiet.</summary>
    public int Known { get; init; }

    /// <summary>Splits, fits and evaluations, and how many of them are known to which rows they belong.</summary>
    public (int Known, int All) Provenance => (Calls.Count(call => call.IsKnown), Calls.Count);

    private List<RowCall> Calls => [.. Programs.SelectMany(program => program.Figures.DistinctCalls)];

    /// <summary>Reads and analyses <paramref name="sources"/> side by side, as many as there are processors.</summary>
    public static async Task<Run> AllAsync(
        ProgramFinder finder, IReadOnlyList<ProgramSource> sources, Func<ReadProgram, CancellationToken, Task<ProgramResult>> analyze, IRunProgress progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var results = new ProgramResult?[sources.Count];
        var failures = new Problem?[sources.Count];
        using var events = new InterpreterEvents();
        await Parallel.ForEachAsync(Enumerable.Range(0, sources.Count), cancellation, async (index, token) =>
        {
            progress.Started(sources[index]);
            try
            {
                results[index] = await sources[index].ReadAsync(token) is { } program ? await analyze(program, token) : null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures[index] = new Problem(sources[index].Path, $"cannot be analysed: {failure.Message.ReplaceLineEndings(" ")}", IsFatal: true);
            }

            progress.Finished(sources[index]);
        });
        var programs = results.OfType<ProgramResult>().ToList();
        var problems = finder.Problems.Concat(failures.OfType<Problem>()).Concat(programs.SelectMany(program => program.Problems))
            .Concat(programs.Where(program => program.Crashes.Count > 0).Select(program => new Problem(program.Files.Count > 0 ? program.Files[0] : program.Name, $"the analyzer failed: {program.Crashes[0].Split('\n')[0].Trim()}", IsFatal: true)))
            .Distinct();
        return new Run(programs, [.. problems], watch.Elapsed);
    }
}

/// <summary>Is told how far a run is.</summary>
internal interface IRunProgress
{
    /// <summary>A program is being read.</summary>
    public void Started(ProgramSource source);

    /// <summary>A program is done.</summary>
    public void Finished(ProgramSource source);
}
