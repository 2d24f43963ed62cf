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

    /// <summary>What the source called these rows before a model that is not known scored them; null where none did.</summary>
    public string? NameBeforeScoring { get; init; }

    /// <summary>What last cut these rows by their position or by chance, or null.</summary>
    public RowWiseCut? Cut { get; init; }

    /// <summary>The column of which each value has one row at the most; empty where there is one and it is not known, null where there is none.</summary>
    public string? OneRowPer { get; init; }

    /// <summary>The column of which these rows have one value, where they are one of the groups that other rows stand in; empty where it is not a single column, null where they are no group.</summary>
    internal string? GroupedBy { get; init; }

    /// <summary>How many rows there are at the most, and of a part that chance draws about, where constants say so; else null.</summary>
    public long? AtMost { get; init; }

    /// <summary>The calls that gave some of these rows a second time.</summary>
    public EquatableList<Duplication> Copies { get; init; } = EquatableList<Duplication>.Empty;

    /// <summary>The column that these rows are sorted by, or null.</summary>
    public Column? SortedBy { get; init; }

    /// <summary>The call that sorted them so, or null.</summary>
    internal Place? SortedAt { get; init; }

    /// <summary>What draws these rows, or their order, anew each time they are read; null where each reading gives the same.</summary>
    public Draw? Draw { get; init; }

    /// <summary>Names the collection object that holds these rows, where one was made of them; else null.</summary>
    public string? Collection { get; init; }

    /// <summary>The collection that a view of these rows reads at each pass, and the call that made the view; null where there is none.</summary>
    public ViewedCollection? View { get; init; }

    /// <summary>The rows that several models scored and that were put together, each with its own model, such as the held-out rows of all folds; empty where there are no several models.</summary>
    public EquatableList<RowSet> Pooled { get; init; } = EquatableList<RowSet>.Empty;

    /// <summary>These rows beside <paramref name="other"/> as the models scored them, each for itself: what <see cref="Pooled"/> is once both are put together.</summary>
    public EquatableList<RowSet> PooledWith(RowSet other) => Equals(ScoredBy, other.ScoredBy) && Pooled.Equals(other.Pooled) ? Pooled
        : Scored.Count > 0 && other.Scored.Count > 0 ? Scored.Union(other.Scored)
        : EquatableList<RowSet>.Empty;

    private EquatableList<RowSet> Scored => Pooled.Count > 0 ? Pooled : ScoredBy is null ? EquatableList<RowSet>.Empty : EquatableList<RowSet>.From([this with { Collection = null, View = null, AtMost = null }]);

    // Rows of one provenance are few.
    /// <inheritdoc/>
    public override int GetHashCode() => Provenance.GetHashCode();

    /// <summary>How these rows relate to <paramref name="other"/>.</summary>
    public Relation RelationTo(RowSet other) => Provenance.RelationTo(other.Provenance);

    /// <summary>Whether <paramref name="model"/> wrote something it had learned into these rows.</summary>
    public bool Carry(FittedModel model) => LearnedFrom.Contains(model);

    /// <summary>These rows after <paramref name="model"/> has transformed them.</summary>
    public RowSet TransformedBy(FittedModel model)
    {
        var schema = Schema;
        foreach (var step in model.Steps)
        {
            schema = step.ApplyTo(schema);
        }

        var hasTrainer = model.HasTrainer;
        return this with
        {
            LearnedFrom = LearnedFrom.Union(model.HasLearnedSteps ? [model] : []).Union(model.Steps.SelectMany(step => step.Captured)),
            ScoredBy = hasTrainer ? model : ScoredBy,
            Pooled = hasTrainer ? EquatableList<RowSet>.Empty : Pooled,
            Schema = schema,
        };
    }
}

/// <summary>What keeps rows whatever is in them: a call that takes those of some positions, such as <c>Take</c> or <c>SkipRows</c>, or a condition on their position or on chance.</summary>
/// <param name="Place">The call or the condition.</param>
/// <param name="Input">What the source calls the rows that were cut.</param>
public sealed record RowWiseCut(Place Place, string Input);

/// <summary>A call that gives rows a second time, such as <c>BootstrapSample</c> or <c>Concat</c> with some of the same rows.</summary>
/// <param name="Place">The call.</param>
/// <param name="Method">Its name.</param>
/// <param name="Rows">What the source calls the rows.</param>
public sealed record Duplication(Place Place, string Method, string Rows);

/// <summary>A draw that is made anew each time rows are read.</summary>
/// <param name="Id">Part of the ids of all cuts and orders that depend on it.</param>
/// <param name="Place">The call that draws; null where rows are drawn in a method of their own.</param>
public sealed record Draw(string Id, Place? Place)
{
    /// <summary>Whether the rows are the same at each pass, in another order.</summary>
    public bool IsOfOrder { get; init; }
}

/// <summary>A collection behind a view.</summary>
/// <param name="Collection">Equal names are one collection object.</param>
/// <param name="Name">What the source calls it.</param>
/// <param name="Place">The call that made the view.</param>
public sealed record ViewedCollection(string Collection, string Name, Place Place);
