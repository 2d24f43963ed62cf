namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Rows that an execution was seen to read: their ids, source by source.</summary>
/// <param name="Sources">Row ids by the name of the source they number.</param>
/// <param name="OpaqueSources">The names of sources whose rows may be those of another source; all others hold rows of their own.</param>
public sealed record ExactRows(IReadOnlyDictionary<string, RowIdSet> Sources, IReadOnlyCollection<string> OpaqueSources) : RowProvenance
{
    /// <summary>Rows of sources that share none.</summary>
    public ExactRows(IReadOnlyDictionary<string, RowIdSet> sources)
        : this(sources, [])
    {
    }

    /// <summary>Rows of a single source.</summary>
    public ExactRows(string source, RowIdSet ids)
        : this(new Dictionary<string, RowIdSet> { [source] = ids })
    {
    }

    /// <summary>How many rows.</summary>
    public long Count => Sources.Values.Sum(ids => ids.Count);

    /// <summary>How many rows are known to be in both sets.</summary>
    public long SharedCount(ExactRows other) => Sources.Sum(
        source => other.Sources.TryGetValue(source.Key, out var ids) ? source.Value.IntersectionCount(ids) : 0);

    /// <summary>The rows that are known to be in both sets.</summary>
    public ExactRows SharedWith(ExactRows other) => new(
        Sources.Where(source => other.Sources.ContainsKey(source.Key)).ToDictionary(source => source.Key, source => source.Value.IntersectionWith(other.Sources[source.Key])),
        OpaqueSources);

    /// <summary>The rows of all <paramref name="sets"/>, each once.</summary>
    public static ExactRows Union(IEnumerable<ExactRows> sets)
    {
        var ids = new Dictionary<string, RowIdSet>();
        var opaque = new HashSet<string>();
        foreach (var set in sets)
        {
            opaque.UnionWith(set.OpaqueSources);
            foreach (var source in set.Sources)
            {
                if (!ids.TryGetValue(source.Key, out var all))
                {
                    ids[source.Key] = all = new RowIdSet();
                }

                all.UnionWith(source.Value);
            }
        }

        return new ExactRows(ids, opaque);
    }

    /// <inheritdoc/>
    public override Relation RelationTo(RowProvenance other)
    {
        if (other is not ExactRows rows)
        {
            return Relation.Unknown;
        }

        var shared = SharedCount(rows);
        return (shared == Count, shared == rows.Count) switch
        {
            _ when shared == 0 => MayShareUnseen(rows) || rows.MayShareUnseen(this) ? Relation.Unknown : Relation.Disjoint,
            (true, true) => Relation.Equal,
            (true, false) => Relation.Subset,
            (false, true) => Relation.Superset,
            _ => Relation.Overlapping,
        };
    }

    /// <inheritdoc/>
    public override Relation OriginsRelateTo(RowProvenance other) => other is not ExactRows rows ? Relation.Unknown
        : Sources.Keys.Any(rows.Sources.ContainsKey) ? Relation.Equal
        : OpaqueSources.Count > 0 || rows.OpaqueSources.Count > 0 ? Relation.Unknown
        : Relation.Disjoint;

    /// <inheritdoc/>
    public bool Equals(ExactRows? other) => other is not null && Count == other.Count && SharedCount(other) == Count;

    /// <inheritdoc/>
    public override int GetHashCode() => Count.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{Count} rows of {string.Join(", ", Sources.Keys)}";

    // Within one source, ids tell rows apart; a row of an opaque source may still be a row of any other source.
    private bool MayShareUnseen(ExactRows other) =>
        OpaqueSources.Any(opaque => Sources.TryGetValue(opaque, out var ids) && ids.Count > 0
            && other.Sources.Any(source => source.Key != opaque && source.Value.Count > 0));
}
