using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Something a workflow did, at a place.</summary>
public abstract record WorkflowEvent(Place Place)
{
    /// <summary>The branches that it stands in where source is read, as far as they tell it apart from another event; an execution takes one way only.</summary>
    internal EquatableList<Branch> Branches { get; init; } = EquatableList<Branch>.Empty;

    /// <summary>Whether one execution cannot come to both this event and <paramref name="other"/>.</summary>
    internal bool IsExclusiveOf(WorkflowEvent other) => Branches.Any(branch => other.Branches.Contains(branch with { IsTaken = !branch.IsTaken }));
}

/// <summary>Rows were brought in: read from a file, or taken from a collection.</summary>
/// <param name="Place">The call.</param>
/// <param name="Rows">All of them.</param>
public sealed record Loaded(Place Place, RowSet Rows) : WorkflowEvent(Place);

/// <summary>Rows were cut into a train and a test part, once or fold by fold.</summary>
/// <param name="Place">The call that cuts.</param>
/// <param name="Input">The rows that were cut.</param>
/// <param name="Train">The part to learn from, of the only or the current fold.</param>
/// <param name="Test">The held-out part.</param>
/// <param name="SamplingKey">The column whose values stay whole, or null.</param>
public sealed record Split(Place Place, RowSet Input, RowSet Train, RowSet Test, SamplingKey SamplingKey) : WorkflowEvent(Place)
{
    /// <summary>Whether chance cuts, once; not time, not position, not fold by fold.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Whether the program names a seed for it.</summary>
    public bool IsSeeded { get; init; }

    /// <summary>What an execution found out about groups that stand on both sides; null where only source was read.</summary>
    public SharedGroups? SharedGroups { get; init; }
}

/// <summary>A model was trained and scored fold by fold.</summary>
/// <param name="Place">The call.</param>
/// <param name="Rows">All rows; each is tested once.</param>
/// <param name="Steps">The pipeline that is refitted in each fold.</param>
/// <param name="SamplingKey">The column whose values stay whole.</param>
public sealed record CrossValidated(Place Place, RowSet Rows, EquatableList<PipelineStep> Steps, SamplingKey SamplingKey) : WorkflowEvent(Place)
{
    /// <summary>Whether it is a search for the best pipeline that cuts its own rows, and gives the score of the best it found instead of those of folds.</summary>
    internal bool IsSearch { get; init; }

    /// <summary>What an execution found out about groups that stand on both sides of a fold; null where only source was read.</summary>
    public SharedGroups? SharedGroups { get; init; }
}

/// <summary>A pipeline was fitted.</summary>
/// <param name="Place">The <c>Fit</c> call.</param>
/// <param name="Model">The result.</param>
public sealed record Fitted(Place Place, FittedModel Model) : WorkflowEvent(Place);

/// <summary>A fitted model transformed rows.</summary>
/// <param name="Place">The <c>Transform</c> call.</param>
/// <param name="Model">The transformer.</param>
/// <param name="Input">The rows before.</param>
/// <param name="Output">The rows after.</param>
public sealed record Transformed(Place Place, FittedModel Model, RowSet Input, RowSet Output) : WorkflowEvent(Place);

/// <summary>Scored rows were evaluated.</summary>
/// <param name="Place">The <c>Evaluate…</c> call.</param>
/// <param name="Rows">The tested rows; <see cref="RowSet.ScoredBy"/> is the model.</param>
/// <param name="Task">What was measured.</param>
public sealed record Evaluated(Place Place, RowSet Rows, LearningTask Task) : WorkflowEvent(Place)
{
    /// <summary>Tells two runs of one call apart where source is read: equal names are one run. Empty where each event is a run of its own.</summary>
    public string Run { get; init; } = "";

    /// <summary>Whether the model is known to give probabilities, which the evaluation looks at.</summary>
    public bool GivesProbabilities { get; init; }

    /// <summary>The evaluated model, where it is known.</summary>
    public FittedModel? Model => Rows.ScoredBy;

    /// <summary>Whether several models scored these rows, each its own: those of <see cref="RowSet.Pooled"/>, and no others since.</summary>
    public bool IsPooled => Rows is { ScoredBy: null, Pooled.Count: > 0, Provenance: SymbolicRows all }
        && all.Paths.Count == Rows.Pooled.SelectMany(part => ((SymbolicRows)part.Provenance).Paths).Distinct().Count()
        && Rows.Pooled.All(part => ((SymbolicRows)part.Provenance).Paths.All(all.Paths.Contains));
}

/// <summary>A loop comes to an evaluation in one of its turns only, where source is read: of several stages that are run one after the other, one evaluates.</summary>
/// <param name="Place">The <c>Evaluate…</c> call.</param>
/// <param name="Loop">What ids bear that are made in the loop.</param>
internal sealed record EvaluatedInOneTurn(Place Place, string Loop) : WorkflowEvent(Place);

/// <summary>A collection was changed in place.</summary>
/// <param name="Place">The call that changes it.</param>
/// <param name="Collection">Names it, as <see cref="ViewedCollection.Collection"/> does.</param>
public sealed record CollectionChanged(Place Place, string Collection) : WorkflowEvent(Place);

/// <summary>Groups seen on both sides of a split.</summary>
/// <param name="Column">The column that names the group.</param>
/// <param name="Count">How many groups are on both sides.</param>
/// <param name="Total">How many groups there are.</param>
/// <param name="Examples">Some of their values.</param>
public sealed record SharedGroups(string Column, long Count, long Total, EquatableList<string> Examples);
