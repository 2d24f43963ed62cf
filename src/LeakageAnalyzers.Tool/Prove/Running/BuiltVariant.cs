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
    /// <summary>Runs it from 0 to <paramref name="runs"/> − 1, each on files as they were, until one gives no score.</summary>
    /// <param name="runs">How many times.</param>
    /// <param name="options">How.</param>
    /// <param name="processors">Taken while a process runs.</param>
    /// <param name="cancellation">Ends the process that runs.</param>
    public async Task<IReadOnlyList<RunOutcome>> RunAsync(int runs, RunOptions options, SemaphoreSlim processors, CancellationToken cancellation)
    {
        var outcomes = new List<RunOutcome>();
        for (var run = 0; run < runs && outcomes.TrueForAll(outcome => outcome.Scores.Count > 0); run++)
        {
            await processors.WaitAsync(cancellation);
            try
            {
                Tree.Restore(Copy);
                var temporary = Directory.CreateDirectory(Copy + "-tmp").FullName;
                outcomes.Add(await new ChildProgram(Assembly, Tree.In(Copy, Tree.Folder), options.Arguments).RunAsync(run, options.Timeout, temporary, cancellation));
                Directory.Delete(temporary, recursive: true);
            }
            finally
            {
                processors.Release();
            }
        }

        return outcomes;
    }
}

/// <summary>How programs are run.</summary>
/// <param name="Runs">How many times, each with other seeds.</param>
/// <param name="Timeout">How long each run may take.</param>
/// <param name="Arguments">What the program is given.</param>
internal sealed record RunOptions(int Runs, TimeSpan Timeout, IReadOnlyList<string> Arguments);
