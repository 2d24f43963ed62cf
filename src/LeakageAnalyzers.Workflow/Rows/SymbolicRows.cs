namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Rows as source code names them: the union of one or more paths from origins through cuts.</summary>
public sealed record SymbolicRows(EquatableList<RowPath> Paths) : RowProvenance
{
    /// <summary>The rows of a single path.</summary>
    public SymbolicRows(RowPath path)
        : this(EquatableList<RowPath>.From([path]))
    {
    }

    /// <summary>Names these rows in this order: what a positional or random cut of them depends on.</summary>
    public string OrderId => string.Join(" + ", Paths.Select(path => path.OrderId));

    /// <summary>Whether these are the positions of rows, and not rows of anything yet.</summary>
    public bool IsOfPositions => Paths.Count > 0 && Paths.All(path => path.Origin.Kind == OriginKind.Positions);

    /// <summary>Each path with one more cut.</summary>
    public SymbolicRows Then(RowStep step) => new(EquatableList<RowPath>.From(Paths.Select(path => path.Then(step))));

    /// <summary>The rows of the positions from <paramref name="start"/> up to <paramref name="end"/>, or to the last.</summary>
    public SymbolicRows At(Bound start, Bound? end) => At(start, end, null);

    /// <summary>The same where something else than a row stands at each position: a <see cref="RangeStep.Unit"/>.</summary>
    internal SymbolicRows At(Bound start, Bound? end, string? unit) => Paths.Count == 1
        ? new(Paths[0].At(start, end, unit))
        : Then(new RangeStep(OrderId, start, end) { Order = Paths.Count > 0 ? Paths[0].Order : RowPath.SourceOrder, Unit = unit });

    /// <summary>These rows where each position that was just cut held something that several rows were made of.</summary>
    internal SymbolicRows Expanded() => new(Paths.Map(path => path.Expanded()));

    /// <summary>The same rows in another order.</summary>
    public SymbolicRows InOrder(string order) => new(EquatableList<RowPath>.From(Paths.Select(path => path with { Order = order })));

    /// <summary>These rows and those of <paramref name="other"/>.</summary>
    public SymbolicRows Union(SymbolicRows other) => new(Paths.Union(other.Paths));

    /// <inheritdoc/>
    public override Relation RelationTo(RowProvenance other)
    {
        if (other is not SymbolicRows rows || Paths.Count == 0 || rows.Paths.Count == 0)
        {
            return Relation.Unknown;
        }

        if (Paths.Count == 1 && rows.Paths.Count == 1)
        {
            return Paths[0].RelationTo(rows.Paths[0]);
        }

        var relations = Paths.SelectMany(a => rows.Paths, (a, b) => a.RelationTo(b)).ToList();
        if (relations.TrueForAll(relation => relation == Relation.Disjoint))
        {
            return Relation.Disjoint;
        }

        var within = Paths.All(a => rows.Paths.Any(b => a.RelationTo(b) is Relation.Equal or Relation.Subset));
        var contains = rows.Paths.All(b => Paths.Any(a => b.RelationTo(a) is Relation.Equal or Relation.Subset));
        return (within, contains) switch
        {
            (true, true) => Relation.Equal,
            (true, false) => Relation.Subset,
            (false, true) => Relation.Superset,
            _ => relations.Exists(RelationExtensions.SharesRows) ? Relation.Overlapping : Relation.Unknown,
        };
    }

    /// <inheritdoc/>
    public override bool IsCutFrom(RowProvenance side) =>
        base.IsCutFrom(side) || (side is SymbolicRows rows && Paths.All(path => rows.Paths.Any(path.IsCutFrom)));

    /// <inheritdoc/>
    public override Relation OriginsRelateTo(RowProvenance other)
    {
        var relations = other is SymbolicRows rows ? Paths.SelectMany(a => rows.Paths, (a, b) => a.Origin.IsSameSourceAs(b.Origin) ? Relation.Equal : a.Origin.RelationTo(b.Origin)).ToList() : [];
        return relations.Contains(Relation.Equal) ? Relation.Equal
            : relations.Count > 0 && relations.TrueForAll(relation => relation == Relation.Disjoint) ? Relation.Disjoint
            : Relation.Unknown;
    }

    /// <summary>The cuts by position or by chance that alone keep these rows and <paramref name="other"/> apart; none where something else does, or nothing.</summary>
    internal IReadOnlyList<RowStep> RowWiseCutsFrom(SymbolicRows other)
    {
        var cuts = Paths.SelectMany(a => other.Paths, (a, b) => a.RowWiseCutsFrom(b)).ToList();
        return cuts.TrueForAll(apart => apart.Count > 0) ? cuts.SelectMany(apart => apart).ToList() : [];
    }

    /// <summary>These rows without <paramref name="part"/> of them, where that was cut from them all at once; else null.</summary>
    internal SymbolicRows? Without(SymbolicRows part) => Paths.Count == 1 && part.Paths.Count == 1 && Paths[0].Without(part.Paths[0]) is { } rest ? new(rest) : null;

    /// <summary>These rows, drawn once and for all: what depended on the draw <paramref name="id"/> depends on <paramref name="once"/>.</summary>
    public SymbolicRows Drawn(string id, string once) => Renamed(name => name.Replace(id, once));

    /// <summary>Whether they stand in an order that is neither that of their source nor that of a key.</summary>
    public bool AreShuffled => Paths.All(path => path.Order != RowPath.SourceOrder && !RowPath.IsSortOrder(path.Order));

    /// <summary>These rows after <paramref name="loop"/> has started over.</summary>
    public SymbolicRows StartOver(string loop) => Renamed(name => SymbolicId.StartOver(name, loop));

    private SymbolicRows Renamed(Func<string, string> rename)
    {
        var paths = Paths.Map(path => path.Renamed(rename));
        return ReferenceEquals(paths, Paths) ? this : new(paths);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" + ", Paths);
}
