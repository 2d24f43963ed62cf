using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Repairs;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Prove.Variants;

/// <summary>What is to be run of a program.</summary>
/// <param name="AsItStands">The program itself.</param>
/// <param name="Single">With one finding repaired each, in the order of the data's flow.</param>
/// <param name="Together">With the first repaired, the first two, and so on; empty where there are fewer than two.</param>
/// <param name="WithoutRepair">Leaks that no repair is offered for, each with the reasons.</param>
internal sealed record VariantPlan(
    ProgramVariant AsItStands, IReadOnlyList<ProgramVariant> Single, IReadOnlyList<ProgramVariant> Together, IReadOnlyList<(ReportedFinding Finding, IReadOnlyList<string> Refusals)> WithoutRepair)
{
    private const string LeakCategory = "Leakage.";

    /// <summary>Finds the leaks of <paramref name="program"/> and repairs them in memory.</summary>
    /// <param name="program">The program.</param>
    /// <param name="filter">The only findings to repair; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<VariantPlan> MakeAsync(ReadProgram program, FindingFilter? filter, CancellationToken cancellation)
    {
        var (single, without) = (new List<ProgramVariant>(), new List<(ReportedFinding, IReadOnlyList<string>)>());
        foreach (var (part, diagnostic, located) in await LeaksAsync(program, cancellation))
        {
            if (filter?.Matches(located.Finding) == false)
            {
                continue;
            }

            if (await RepairAsync(program, part, diagnostic, cancellation) is { } repaired)
            {
                single.Add(new ProgramVariant(repaired, [located]));
            }
            else
            {
                without.Add((located.Finding, await Repairer.RefusalsAsync(part, diagnostic, cancellation)));
            }
        }

        var together = single.Count > 1 ? await TogetherAsync(single[0], cancellation) : [];
        return new VariantPlan(new ProgramVariant(program, []), single, together, without);
    }

    // Each repair moves the places of the next, so each starts from a fresh analysis. Ends, since each leaves fewer leaks.
    private static async Task<IReadOnlyList<ProgramVariant>> TogetherAsync(ProgramVariant first, CancellationToken cancellation)
    {
        var chain = new List<ProgramVariant> { first };
        while (await NextAsync(chain[^1], cancellation) is { } next)
        {
            chain.Add(next);
        }

        return chain.Count > 1 ? chain : [];
    }

    private static async Task<ProgramVariant?> NextAsync(ProgramVariant variant, CancellationToken cancellation)
    {
        var leaks = await LeaksAsync(variant.Program, cancellation);
        foreach (var (part, diagnostic, located) in leaks)
        {
            if (await RepairAsync(variant.Program, part, diagnostic, cancellation) is { } repaired && (await LeaksAsync(repaired, cancellation)).Count < leaks.Count)
            {
                return new ProgramVariant(repaired, [.. variant.Repaired, located]);
            }
        }

        return null;
    }

    private static async Task<ReadProgram?> RepairAsync(ReadProgram program, ReadProgram part, Diagnostic diagnostic, CancellationToken cancellation) =>
        await Repairer.FindAsync(part, diagnostic, suppliesRuntime: true, cancellation) is { } offered && await offered.InFileAsync(part, cancellation) is { } repair
            ? program.In(offered.ApplyTo(part, repair))
            : null;

    // Those of the program itself, then those of its libraries.
    private static async Task<IReadOnlyList<(ReadProgram Part, Diagnostic Diagnostic, LocatedFinding Located)>> LeaksAsync(ReadProgram program, CancellationToken cancellation)
    {
        var leaks = new List<(ReadProgram, Diagnostic, LocatedFinding)>();
        foreach (var part in program.Libraries.Prepend(program))
        {
            leaks.AddRange((await LeaksOfPartAsync(part, cancellation)).Select(leak => (part, leak.Diagnostic, leak.Located)));
        }

        return leaks;
    }

    // In the order in which the rows come by.
    private static async Task<IReadOnlyList<(Diagnostic Diagnostic, LocatedFinding Located)>> LeaksOfPartAsync(ReadProgram program, CancellationToken cancellation)
    {
        var compilation = (await program.Project.GetCompilationAsync(cancellation))!;
        ProgramModel? model = null;
        var (diagnostics, _) = await ProgramAnalyzer.DiagnosticsAsync(program.Project, compilation, interpreted => model = interpreted, cancellation);
        var flow = model is null ? [] : FlowReader.Read(program, model).SelectMany(workflow => workflow.Steps).Select(step => step.Place).ToList();
        return
        [
            .. from diagnostic in diagnostics
               let finding = ProgramAnalyzer.ToFinding(diagnostic, program)
               where finding is not null && finding.Rule.Category.StartsWith(LeakCategory, StringComparison.Ordinal)
                   && (program.Only.Count == 0 || program.Only.Contains(finding.Place.File))
               let line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1
               let index = flow.FindIndex(step => Holds(step, finding.Place))
               orderby index < 0 ? int.MaxValue : index, diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan.Start, diagnostic.Id
               select (diagnostic, new LocatedFinding(finding, diagnostic.Location.SourceTree!.FilePath, line, index)),
        ];
    }

    private static bool Holds(CodePlace step, CodePlace finding) =>
        step.File == finding.File && step.Cell == finding.Cell && step.Line <= finding.Line && finding.EndLine <= step.EndLine;
}
