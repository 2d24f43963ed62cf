namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Rows that an execution was seen to read: their ids, source by source.</summary>
/// <param name="Sources">Row ids by the name of the source they number; sources of different names hold different rows.</param>
/// <param name="Unidentified">How many rows were read besides of which it is not known where they come from.</param>
public sealed record ExactRows(IReadOnlyDictionary<string, RowIdSet> Sources, long Unidentified = 0) : RowProvenance
{
    /// <summary>Rows of a single source.</summary>
    public ExactRows(string source, RowIdSet ids)
        : this(new Dictionary<string, RowIdSet> { [source] = ids })
    {
    }

    /// <summary>How many rows are identified.</summary>
    public long Count => Sources.Values.Sum(ids => ids.Count);

    /// <summary>How many identified rows are in both sets.</summary>
    public long SharedCount(ExactRows other) => Sources.Sum(
        source => other.Sources.TryGetValue(source.Key, out var ids) ? source.Value.IntersectionCount(ids) : 0);

    /// <inheritdoc/>
    public override Relation RelationTo(RowProvenance other)
    {
        if (other is not ExactRows rows)
        {
            return Relation.Unknown;
        }

        var shared = SharedCount(rows);
        if (shared == 0)
        {
            // A row without identity may be any row, but a set without rows shares none.
            return MayShareUnseen(this, rows) || MayShareUnseen(rows, this) ? Relation.Unknown : Relation.Disjoint;
        }

        return (IsWithin(this, shared), IsWithin(rows, shared)) switch
        {
            (true, true) => Relation.Equal,
            (true, false) => Relation.Subset,
            (false, true) => Relation.Superset,
            _ => Relation.Overlapping,
        };
    }

    /// <inheritdoc/>
    public bool Equals(ExactRows? other) =>
        other is not null && Count == other.Count && Unidentified == other.Unidentified && SharedCount(other) == Count;

    /// <inheritdoc/>
    public override int GetHashCode() => Count.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{Count} rows of {string.Join(", ", Sources.Keys)}";

    private static bool IsWithin(ExactRows rows, long shared) => rows.Unidentified == 0 && rows.Count == shared;

    private static bool MayShareUnseen(ExactRows rows, ExactRows other) => rows.Unidentified > 0 && other.Count + other.Unidentified > 0;
}
