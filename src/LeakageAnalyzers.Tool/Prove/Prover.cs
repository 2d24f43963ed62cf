using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Prove.Results;
using LeakageAnalyzers.Tool.Prove.Running;
using LeakageAnalyzers.Tool.Prove.Variants;

namespace LeakageAnalyzers.Tool.Prove;

/// <summary>Measures what the leaks of programs are worth: runs each as it stands and repaired, side by side, on copies.</summary>
/// <param name="options">How to run.</param>
/// <param name="filter">The only findings to measure; null for all.</param>
internal sealed class Prover(RunOptions options, FindingFilter? filter) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _processors = new(Math.Max(2, Environment.ProcessorCount));
    private int _programs;

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        _processors.Dispose();
    }

    /// <summary>Measures the leaks of <paramref name="program"/>; null where there are none to measure.</summary>
    public async Task<ProgramProof?> ProveAsync(ReadProgram program, CancellationToken cancellation)
    {
        program = WithRuntime(program);
        var plan = await VariantPlan.MakeAsync(program, filter, cancellation);
        var without = plan.WithoutRepair.Select(leak => new NotMeasured(
            leak.Finding, $"no repair is offered{(leak.Refusals.Count == 0 ? "" : $" ({string.Join("; ", leak.Refusals.Select(refusal => refusal.TrimEnd('.')))})")}, so there is nothing to compare with")).ToList();
        if (plan.Single.Count == 0)
        {
            return without.Count == 0 ? null : Proof(program, [], [], without);
        }

        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, System.FormattableString.Invariant($"program{Interlocked.Increment(ref _programs)}"))).FullName;
        try
        {
            var builder = new VariantBuilder(ProgramTree.Around(program), folder);
            return await MeasureAsync(program, plan, await builder.BuildAsync(plan.AsItStands, cancellation), builder, without, cancellation);
        }
        catch (InvalidDataException impossible)
        {
            return Proof(program, [], [], [new NotMeasured(null, impossible.Message), .. without]);
        }
        finally
        {
            if (!cancellation.IsCancellationRequested)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<ProgramProof> MeasureAsync(
        ReadProgram program, VariantPlan plan, BuiltVariant built, VariantBuilder builder, List<NotMeasured> without, CancellationToken cancellation)
    {
        // The others are of no use where the program itself does not run.
        using var useless = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var itself = RunItselfAsync();
        var variants = plan.Single.Concat(plan.Together.Skip(1)).ToList();
        var measured = await Task.WhenAll(variants.Select(variant => MeasureAsync(variant, builder, useless.Token)));
        var before = await itself;
        cancellation.ThrowIfCancellationRequested();
        if (before.Failure is { } failure)
        {
            return Proof(program, [], [], [new NotMeasured(null, failure), .. without]);
        }

        var (proofs, failures) = (new List<FindingProof>(), new List<NotMeasured>());
        foreach (var (variant, (after, reason)) in variants.Zip(measured).Take(plan.Single.Count))
        {
            var finding = variant.Repaired[0];
            if (after is not null && reason is null && FindingProof.Of(finding, before, after) is { } proof)
            {
                proofs.Add(proof);
            }
            else
            {
                failures.Add(new NotMeasured(finding.Finding, reason is not null ? $"repaired, {reason}"
                    : FindingProof.IsReached(finding, before) ? "no evaluation gives a number in both"
                    : "no run comes to an evaluation that it touches"));
            }
        }

        var chain = measured.Take(1).Concat(measured.Skip(plan.Single.Count)).Select(result => result.Measured).ToList();
        return Proof(program, proofs, Remaining(plan, before, proofs, chain), [.. failures, .. without]);

        async Task<MeasuredVariant> RunItselfAsync()
        {
            var result = new MeasuredVariant(built, await built.RunAsync(options, _processors, cancellation));
            if (result.Failure is not null || result.Runs[0].Scores.Count == 0)
            {
                await useless.CancelAsync();
            }

            return result;
        }
    }

    // What stands in the way of one variant leaves the others alone.
    private async Task<(MeasuredVariant? Measured, string? Failure)> MeasureAsync(ProgramVariant variant, VariantBuilder builder, CancellationToken cancellation)
    {
        try
        {
            var built = await builder.BuildAsync(variant, cancellation);
            var measured = new MeasuredVariant(built, await built.RunAsync(options, _processors, cancellation));
            return (measured, measured.Failure);
        }
        catch (InvalidDataException impossible)
        {
            return (null, impossible.Message);
        }
        catch (OperationCanceledException)
        {
            return (null, "it was not run");
        }
    }

    private static List<RemainingScore> Remaining(VariantPlan plan, MeasuredVariant before, List<FindingProof> proofs, List<MeasuredVariant?> chain)
    {
        if (plan.Together.Count == 0 || proofs.Count == 0)
        {
            return [];
        }

        var headline = proofs[0].Headline;
        var remaining = new List<RemainingScore> { new(null, null, headline.Metric, headline.Leaky) };
        foreach (var (variant, measured) in plan.Together.Zip(chain))
        {
            if (measured is { Failure: null })
            {
                var all = FindingProof.InflationsOf(variant.Repaired[^1].Finding, before, measured).ToList();
                if (all.Find(inflation => inflation.Place == headline.Place && inflation.Metric == headline.Metric) is { } inflation)
                {
                    remaining.Add(new RemainingScore(variant.Repaired[^1].Finding, inflation, inflation.Metric, inflation.Honest));
                }
            }
        }

        return remaining.Count > 2 ? remaining : [];
    }

    // A build has what its projects ask for; what runs is put under the guard, and may be repaired by the library too.
    private static ReadProgram WithRuntime(ReadProgram program)
    {
        if (program.Notebook is not null)
        {
            return program;
        }

        var solution = program.Project.Solution;
        foreach (var project in program.Libraries.Select(library => library.Project).Append(program.Project))
        {
            solution = solution.AddMetadataReferences(
                project.Id, ReferenceAssemblies.OfRuntime.Where(library => project.MetadataReferences.All(reference => Path.GetFileName(reference.Display) != Path.GetFileName(library.FilePath))));
        }

        return program with { Project = solution.GetProject(program.Project.Id)! };
    }

    private static ProgramProof Proof(ReadProgram program, IReadOnlyList<FindingProof> findings, IReadOnlyList<RemainingScore> together, IReadOnlyList<NotMeasured> notMeasured) =>
        new(program.Name, program.Project.FilePath ?? program.Paths[0], findings, together, notMeasured);
}
