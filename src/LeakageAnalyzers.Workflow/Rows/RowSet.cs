using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Rows of one or more origins after zero or more steps, and what was learned on their way.</summary>
/// <param name="Provenance">Which rows these are.</param>
/// <param name="Name">What the source calls them, such as the variable <c>data</c>.</param>
/// <param name="Schema">Their columns.</param>
/// <param name="LearnedFrom">The fitted steps that wrote values into these rows, first one first.</param>
/// <param name="ScoredBy">The fitted model that wrote the score, or null.</param>
public sealed record RowSet(
    RowProvenance Provenance, string Name, RowSchema Schema, EquatableList<FittedModel> LearnedFrom, FittedModel? ScoredBy)
{
    /// <summary>Rows as they were loaded.</summary>
    public RowSet(RowProvenance provenance, string name, RowSchema schema)
        : this(provenance, name, schema, EquatableList<FittedModel>.Empty, null)
    {
    }

    /// <summary>The call that last cut these rows by their position, or null.</summary>
    public PositionalCut? Cut { get; init; }

    /// <summary>The column of which each value has one row at the most, or null.</summary>
    public string? OneRowPer { get; init; }

    /// <summary>How many rows there are at the most, where constants say so; else null.</summary>
    public long? AtMost { get; init; }

    /// <summary>How these rows relate to <paramref name="other"/>.</summary>
    public Relation RelationTo(RowSet other) => Provenance.RelationTo(other.Provenance);

    /// <summary>Whether <paramref name="model"/> wrote something it had learned into these rows.</summary>
    public bool Carry(FittedModel model) => LearnedFrom.Contains(model);

    /// <summary>These rows after <paramref name="model"/> has transformed them.</summary>
    public RowSet TransformedBy(FittedModel model) => this with
    {
        LearnedFrom = LearnedFrom.Union(model.HasLearnedSteps ? [model] : []).Union(model.Steps.SelectMany(step => step.Captured)),
        ScoredBy = model.HasTrainer ? model : ScoredBy,
        Schema = model.Steps.Aggregate(Schema, (schema, step) => step.ApplyTo(schema)),
    };
}

/// <summary>A call that keeps the rows of some positions, such as <c>Take</c> or <c>SkipRows</c>.</summary>
/// <param name="Place">The call.</param>
/// <param name="Input">What the source calls the rows that were cut.</param>
public sealed record PositionalCut(Place Place, string Input);
