using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>What an evaluation measured.</summary>
/// <param name="Evaluation">The <see cref="Evaluated"/> or <see cref="CrossValidated"/>.</param>
/// <param name="Metric">The metric, such as <c>Accuracy</c>; null for all of them, or where it is not known which.</param>
/// <param name="Run">Tells two runs of one call apart: equal names are one run.</param>
public sealed record Measurement(WorkflowEvent Evaluation, string? Metric, string Run)
{
    /// <summary>Whether it is known to be the best of several.</summary>
    public bool IsBest { get; init; }

    /// <summary>Whether what it went into is a difference of scores or a share of a count of rows: what a spread is the root of.</summary>
    public bool IsDeviation { get; init; }

    /// <summary>Whether what it went into is one number made of several, such as the mean over folds.</summary>
    public bool IsSummary { get; init; }

    /// <summary>The rows that were tested.</summary>
    public RowSet Rows => Evaluation switch
    {
        Evaluated evaluated => evaluated.Rows,
        CrossValidated validated => validated.Rows,
        _ => throw new InvalidOperationException($"Nothing is measured by {Evaluation.GetType().Name}."),
    };

    /// <summary>Whether it stands for several runs of one call: those of the earlier iterations of a loop.</summary>
    public bool IsOfEarlierIterations => SymbolicId.IsFromEarlierIteration(Run);

    /// <summary>
    /// Whether <paramref name="other"/> measured another candidate: another model, or the one of another iteration. Two evaluations of one model, on train and on test rows, are of one candidate, and of
    /// two branches that exclude each other one runs.
    /// </summary>
    public bool IsOfAnotherCandidateThan(Measurement other) =>
        Run != other.Run && !Evaluation.IsExclusiveOf(other.Evaluation) && (SymbolicId.MayBeIterationsOfOne(Run, other.Run) || !IsOfSameModelAs(other));

    /// <summary>This measurement once <paramref name="loop"/> has started over.</summary>
    public Measurement StartOver(string loop) => SymbolicId.StartOver(Run, loop) is var run && run == Run ? this : this with { Run = run };

    private bool IsOfSameModelAs(Measurement other) =>
        Evaluation is Evaluated { Model: { } model } && other.Evaluation is Evaluated { Model: { } otherModel } && model.Equals(otherModel)
        && IsOfEarlierIterations == other.IsOfEarlierIterations;
}
