using LeakageAnalyzers.Tool.Prove.Instrumentation;
using LeakageAnalyzers.Tool.Prove.Variants;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>A variant that is ready to run, in a copy of the program's files.</summary>
/// <param name="Variant">What was built.</param>
/// <param name="Recorded">What its runs write down.</param>
/// <param name="Assembly">The program's assembly in the copy, absolute.</param>
/// <param name="Copy">The copy, absolute.</param>
/// <param name="Tree">What it is a copy of.</param>
internal sealed record BuiltVariant(ProgramVariant Variant, RecordedProgram Recorded, string Assembly, string Copy, ProgramTree Tree)
{
    // What gives no score with two seeds gives none.
    private const int MostSilentRuns = 2;

    /// <summary>Runs it as often as is wanted, each time on files as they were and with other seeds; fewer times where that is of no use.</summary>
    /// <param name="options">How.</param>
    /// <param name="processors">Taken while a process runs.</param>
    /// <param name="cancellation">Ends the process that runs.</param>
    public async Task<IReadOnlyList<RunOutcome>> RunAsync(RunOptions options, SemaphoreSlim processors, CancellationToken cancellation)
    {
        var outcomes = new List<RunOutcome>();
        var folder = Tree.In(Copy, Tree.Folder);
        for (var run = 0; run < options.Runs && !IsUseless(outcomes); run++)
        {
            await processors.WaitAsync(cancellation);
            try
            {
                Tree.Restore(Copy);
                var outcome = await RunOnceAsync(folder);
                if (run == 0 && outcome.MissesFile)
                {
                    // An editor starts a program beside its assembly, dotnet run in the folder of its project.
                    folder = Path.GetDirectoryName(Assembly)!;
                    Tree.Restore(Copy);
                    outcome = await RunOnceAsync(folder) is { MissesFile: false } beside ? beside : outcome;
                }

                outcomes.Add(outcome.InTermsOf(Tree, Copy));
            }
            finally
            {
                processors.Release();
            }
        }

        return outcomes;

        async Task<RunOutcome> RunOnceAsync(string started)
        {
            var temporary = Directory.CreateDirectory(Copy + "-tmp").FullName;
            var outcome = await new ChildProgram(Assembly, started, options.Arguments).RunAsync(outcomes.Count, options.Timeout, temporary, cancellation);
            Directory.Delete(temporary, recursive: true);
            return outcome;
        }
    }

    private bool IsUseless(List<RunOutcome> outcomes) => outcomes.Count > 0 && outcomes.TrueForAll(outcome => outcome.Scores.Count == 0)
        && (outcomes.Count == MostSilentRuns || Variant.Repaired.Count == 0 || outcomes[^1].IsTimedOut);
}

/// <summary>How programs are run.</summary>
/// <param name="Runs">How many times, each with other seeds.</param>
/// <param name="Timeout">How long each run may take.</param>
/// <param name="Arguments">What the program is given.</param>
internal sealed record RunOptions(int Runs, TimeSpan Timeout, IReadOnlyList<string> Arguments);
