using System.Globalization;
using System.Text;
using LeakageAnalyzers.Agreement.Host;
using LeakageAnalyzers.Agreement.Tests.Programs;
using LeakageAnalyzers.Agreement.Tests.Verification;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Compares both sides on many programs at once: they are analyzed and compiled together, each in its own file and namespace, and run one after the other.</summary>
internal static class WorkflowBatch
{
    private const string Repeated = "LEAK303";

    private static readonly string[] CutByPosition = [".Skip", ".Take"];

    /// <summary>What both sides say of each of <paramref name="plans"/>, in their order.</summary>
    public static async Task<IReadOnlyList<Comparison>> CompareAsync(IReadOnlyList<WorkflowPlan> plans)
    {
        var programs = plans.Select((plan, i) => (Plan: plan, Namespace: FormattableString.Invariant($"P{i}"), Written: WorkflowProgram.Of(plan, FormattableString.Invariant($"P{i}")))).ToList();
        var trees = programs.Select(program => (program.Written.Program.Text, File: program.Namespace + ".cs")).Append((SharedSource.Text + "\n" + WorkflowProgram.SharedTypes, SharedSource.FileName))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item1, path: file.Item2, encoding: Encoding.UTF8));
        var compilation = CSharpCompilation.Create("Generated", trees, ProgramReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var reported = (await compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync())
            .ToLookup(finding => finding.Location.SourceTree!.FilePath, finding => new Leak(finding.Id, finding.Location.GetLineSpan().StartLinePosition.Line + 1));
        var runs = ExecutableProgram.Of(compilation).RunEach(programs.ConvertAll(program => program.Namespace + ".Study"));
        return
        [
            .. programs.Zip(runs, (program, run) => Compare(program.Plan, program.Written, reported[program.Namespace + ".cs"], run)),
        ];
    }

    /// <summary>The simplest program that runs to its end and still shows the same kind of disagreement about the rule <paramref name="id"/>.</summary>
    public static async Task<Comparison> ShrinkAsync(Comparison disagreement, string id, bool isMissed)
    {
        var smallest = disagreement;
        while (true)
        {
            var simpler = await CompareAsync([.. smallest.Plan.Simpler()]);
            var found = simpler.FirstOrDefault(candidate => candidate.Failure is null && (isMissed ? candidate.Missed : candidate.FalselyReported).Any(leak => leak.Id == id));
            if (found is null)
            {
                return smallest;
            }

            smallest = found;
        }
    }

    private static Comparison Compare(WorkflowPlan plan, WrittenProgram written, IEnumerable<Leak> reported, GuardedRun run)
    {
        // What rows do not show, the plan knows.
        var known = written.Program.Findings.Select(finding => new Leak(finding[^"LEAK000".Length..], int.Parse(finding.Split('(', ')')[1], CultureInfo.InvariantCulture))).ToHashSet();
        var seen = run.Findings.Select(ToLeak).Where(leak => IsOfBoth(leak.Id, plan)).Concat(known).ToHashSet();

        // A helper that copies rows is reported where it is called, which may be another line than that of the copying.
        reported = reported.Select(leak => leak.Id == "LEAK105" ? known.SingleOrDefault(copying => copying.Id == leak.Id) ?? leak : leak);

        // A cut by the two values of a label may leave one part empty: then no patient was on both sides, this time.
        // Two hashes of two values may put one value where the other hash has it, or not.
        var isOfTwoHashes = plan is { Cut: CutKind.TwoSplits, Key: KeyChoice.Label, IsRegression: false };
        var comparable = reported.Where(leak => CanBeSeen(leak, plan, written.Program.Text) && !(leak.Id == "LEAK201" && isOfTwoHashes && !seen.Contains(leak)) && !(leak.Id == "LEAK202" && seen.Contains(leak with { Id = "LEAK206" }) && !seen.Contains(leak)));
        return new Comparison(plan, written.Program.Text, written.Styles, comparable.ToHashSet(), seen, run.Failure);
    }

    // Which two views were cut from one list or view by their positions, the guard is told by LeakageGuard.Split(train, test) alone.
    private static bool CanBeSeen(Leak leak, WorkflowPlan plan, string program) => IsCompared(leak.Id, plan)
        && !(leak.Id == "LEAK202" && CutByPosition.Any(cut => program.Split('\n')[leak.Line - 1].Contains(cut, StringComparison.Ordinal)));

    private static bool IsCompared(string id, WorkflowPlan plan) => IsOfBoth(id, plan) || (id != Repeated && KnownDifferences.SeenInSourceAlone.ContainsKey(id));

    // The guard remarks a second model on the same test rows where the analyzer says that their scores choose.
    // Where rows are cut by their time the analyzer says nothing of patients. Of copied rows it reports the copying, the guard each call that saw a row and its copy; rows in another order at each pass have no number by which it could know them.
    private static bool IsOfBoth(string id, WorkflowPlan plan) => id switch
    {
        _ when plan.Making is RowMaking.Oversampled or RowMaking.Bootstrapped or RowMaking.DrawnAnew => false,
        Repeated => plan.Selection == Selection.None,
        "LEAK202" => plan.Cut is not (CutKind.TemporalTrainTestSplit or CutKind.TimeSeriesSplit or CutKind.TimeSeriesCrossValidate),
        _ => KnownDifferences.IsCommon(id),
    };

    private static Leak ToLeak(GuardedLeak finding) => new(finding.Id, finding.Line);
}
