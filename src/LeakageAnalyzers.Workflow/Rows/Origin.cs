namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Where rows come from before any step cut them.</summary>
/// <param name="Key">Equal keys are the same rows: a file under its path value, a collection under its creation site.</param>
/// <param name="Kind">Decides what two different keys say about each other.</param>
public sealed record Origin(string Key, OriginKind Kind)
{
    /// <summary>Of <see cref="OriginKind.Positions"/>, the first one.</summary>
    internal Bound First { get; init; } = Bound.Zero;

    /// <summary>Of <see cref="OriginKind.Positions"/>, how many there are; null where that is not known.</summary>
    internal Bound? Count { get; init; }

    /// <summary>How all rows of this origin relate to all rows of <paramref name="other"/>.</summary>
    public Relation RelationTo(Origin other)
    {
        if (SymbolicId.IsFromEarlierIteration(Key) || SymbolicId.IsFromEarlierIteration(other.Key))
        {
            return Relation.Unknown;
        }

        if (Equals(other))
        {
            return Relation.Equal;
        }

        // Two files of different names are two data sets; two opaque values may still be one.
        return Kind == OriginKind.NamedSource && other.Kind == OriginKind.NamedSource ? Relation.Disjoint : Relation.Unknown;
    }

    /// <summary>Whether <paramref name="other"/> names the same source, be it another in each iteration of a loop.</summary>
    public bool IsSameSourceAs(Origin other) => Equals(other) || SymbolicId.MayBeIterationsOfOne(Key, other.Key);

    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>What is known about an origin's identity.</summary>
public enum OriginKind
{
    /// <summary>A parameter, a field, the result of an unknown call: another origin may hold the same rows.</summary>
    Opaque,

    /// <summary>Consecutive numbers, with which rows or anything else can be made.</summary>
    Positions,

    /// <summary>A source of a constant name, such as a file path: another name is another source.</summary>
    NamedSource,
}
