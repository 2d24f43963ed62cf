using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Repairs;
using LeakageAnalyzers.Workflow.Descriptions;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Corpus.Fixes;

/// <summary>One leak, and what came of repairing it alone.</summary>
/// <param name="Finding">The leak.</param>
/// <param name="Compiles">Whether the program compiles before the repair.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">The repair's title, why it is not offered, or what it broke.</param>
internal sealed record FixTrial(ReportedFinding Finding, bool Compiles, FixOutcome Outcome, string Detail)
{
    /// <summary>Tries the repair of each leak of <paramref name="program"/>, each on the program as it stands. Remarks on scores are no leaks.</summary>
    public static async Task<IReadOnlyList<FixTrial>> OfAsync(ReadProgram program, CancellationToken cancellation)
    {
        var (errors, diagnostics) = await ReadAsync(program.Project, cancellation);
        var trials = new List<FixTrial>();
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Descriptor.Category != EvaluationDescriptions.NoInterval.Category))
        {
            if (ProgramAnalyzer.ToFinding(diagnostic, program) is { } finding)
            {
                var (outcome, detail) = await TryAsync(program, diagnostic, errors, diagnostics, cancellation);
                trials.Add(new FixTrial(finding, errors == 0, outcome, detail));
            }
        }

        return trials;
    }

    private static async Task<(FixOutcome Outcome, string Detail)> TryAsync(
        ReadProgram program, Diagnostic diagnostic, int errors, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (!Repairer.CanRepair(diagnostic.Id))
        {
            return (FixOutcome.NoFix, "the rule has no fix");
        }

        if (await Repairer.FindAsync(program, diagnostic, suppliesRuntime: true, cancellation) is not { } offered)
        {
            return (FixOutcome.NotOffered, string.Join("; ", await Repairer.RefusalsAsync(program, diagnostic, cancellation)));
        }

        if (await offered.InFileAsync(program, cancellation) is not { } repair)
        {
            return (FixOutcome.NotOffered, "the file cannot express the repair");
        }

        // What was promised of the document is checked on the whole program, in the text that would be written.
        var (errorsAfter, diagnosticsAfter) = await ReadAsync(offered.ApplyTo(program, repair).Project, cancellation);
        if (errorsAfter > errors)
        {
            return (FixOutcome.DoesNotCompile, repair.Title);
        }

        return FixPromise.Breach(diagnostics, diagnosticsAfter, diagnostic.Id) is { } breach ? (FixOutcome.Breaks, $"{repair.Title}: {breach}") : (FixOutcome.Kept, repair.Title);
    }

    private static async Task<(int Errors, IReadOnlyList<Diagnostic> Findings)> ReadAsync(Project project, CancellationToken cancellation)
    {
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        var errors = compilation.GetDiagnostics(cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return (errors, (await ProgramAnalyzer.DiagnosticsAsync(project, compilation, observer: null, cancellation)).Diagnostics);
    }
}

/// <summary>What came of a repair.</summary>
internal enum FixOutcome
{
    /// <summary>The program compiles as before, the finding is gone and no other came.</summary>
    Kept,

    /// <summary>Nothing is offered.</summary>
    NotOffered,

    /// <summary>The rule has no fix.</summary>
    NoFix,

    /// <summary>The repaired program has more errors than before.</summary>
    DoesNotCompile,

    /// <summary>The finding stays, or another leak comes or hides.</summary>
    Breaks,
}
