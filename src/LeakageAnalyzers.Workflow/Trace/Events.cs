using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Something a workflow did, at a place.</summary>
public abstract record WorkflowEvent(Place Place);

/// <summary>Rows were cut into a train and a test part, once or fold by fold.</summary>
/// <param name="Place">The call that cuts.</param>
/// <param name="Input">The rows that were cut.</param>
/// <param name="Train">The part to learn from, of the only or the current fold.</param>
/// <param name="Test">The held-out part.</param>
/// <param name="SamplingKey">The column whose values stay whole, or null.</param>
public sealed record Split(Place Place, RowSet Input, RowSet Train, RowSet Test, SamplingKey SamplingKey) : WorkflowEvent(Place)
{
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
    /// <summary>The evaluated model, where it is known.</summary>
    public FittedModel? Model => Rows.ScoredBy;
}

/// <summary>How a split keeps groups together.</summary>
/// <param name="Kind">Whether there is a key, and whether it is known.</param>
/// <param name="Column">The column, where it is known.</param>
public sealed record SamplingKey(SamplingKeyKind Kind, string? Column)
{
    /// <summary>Rows are cut one by one.</summary>
    public static SamplingKey None { get; } = new(SamplingKeyKind.None, null);

    /// <summary>There may be a key, and it is not known.</summary>
    public static SamplingKey Unknown { get; } = new(SamplingKeyKind.Unknown, null);

    /// <summary>Rows are cut by their position.</summary>
    public static SamplingKey Position { get; } = new(SamplingKeyKind.Position, null);

    /// <summary>Rows are cut one by one, whatever key is given.</summary>
    public static SamplingKey Ignored { get; } = new(SamplingKeyKind.Ignored, null);

    /// <summary>Rows of one value of <paramref name="column"/> stay together.</summary>
    public static SamplingKey By(string column) => new(SamplingKeyKind.Column, column);
}

/// <summary>Whether a split has a sampling key.</summary>
public enum SamplingKeyKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It has none.</summary>
    None,

    /// <summary>It cannot have one: it goes by the position of the rows.</summary>
    Position,

    /// <summary>It accepts one and does not heed it.</summary>
    Ignored,

    /// <summary>It has one, and its name is known.</summary>
    Column,
}

/// <summary>Groups seen on both sides of a split.</summary>
/// <param name="Column">The column that names the group.</param>
/// <param name="Count">How many groups are on both sides.</param>
/// <param name="Total">How many groups there are.</param>
/// <param name="Examples">Some of their values.</param>
public sealed record SharedGroups(string Column, long Count, long Total, EquatableList<string> Examples);
