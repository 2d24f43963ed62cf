namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>How the rows of one set relate to the rows of another.</summary>
public enum Relation
{
    /// <summary>Not provable either way. No rule reports on it.</summary>
    Unknown,

    /// <summary>No row is in both.</summary>
    Disjoint,

    /// <summary>The same rows.</summary>
    Equal,

    /// <summary>The first set lies within the second.</summary>
    Subset,

    /// <summary>The first set contains the second.</summary>
    Superset,

    /// <summary>Some rows are in both, and neither is known to contain the other.</summary>
    Overlapping,
}

/// <summary>Questions a rule asks of a <see cref="Relation"/>.</summary>
public static class RelationExtensions
{
    /// <summary>Whether a row is proven to be in both sets.</summary>
    public static bool SharesRows(this Relation relation) =>
        relation is Relation.Equal or Relation.Subset or Relation.Superset or Relation.Overlapping;

    /// <summary>The same statement read from the other side.</summary>
    public static Relation Inverse(this Relation relation) => relation switch
    {
        Relation.Subset => Relation.Superset,
        Relation.Superset => Relation.Subset,
        _ => relation,
    };
}
