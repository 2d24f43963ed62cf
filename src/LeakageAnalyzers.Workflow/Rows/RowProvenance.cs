namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>
/// Which rows a row set holds: symbolic where source code is read (<see cref="SymbolicRows"/>), exact where an execution is watched
/// (<see cref="ExactRows"/>). Provenances of different kinds are unknown to each other.
/// </summary>
public abstract record RowProvenance
{
    /// <summary>How these rows relate to those of <paramref name="other"/>.</summary>
    public abstract Relation RelationTo(RowProvenance other);

    /// <summary>Whether these rows are cut from <paramref name="side"/> of a split, of whichever fold.</summary>
    public virtual bool IsCutFrom(RowProvenance side) => RelationTo(side) is Relation.Equal or Relation.Subset;

    /// <summary>How the origins of these rows relate to those of <paramref name="other"/>, whatever was cut of them: equal where one is the same, disjoint where all are known to be others.</summary>
    public abstract Relation OriginsRelateTo(RowProvenance other);
}
