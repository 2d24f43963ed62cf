namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>Rows of one origin after a sequence of cuts, in some order.</summary>
/// <param name="Origin">Where the rows come from.</param>
/// <param name="Steps">The cuts, first one first.</param>
/// <param name="Order">Names the order of the rows; a shuffle gives a new one.</param>
public sealed record RowPath(Origin Origin, EquatableList<RowStep> Steps, string Order = RowPath.SourceOrder)
{
    /// <summary>The order in which the origin yields its rows.</summary>
    public const string SourceOrder = "source";

    private const string Sorted = "sorted by ";

    /// <summary>Names the order of rows that are sorted by a key.</summary>
    public static string SortedBy(string key) => Sorted + key;

    /// <summary>Whether <paramref name="order"/> is that of a key, so that another order may agree with it.</summary>
    public static bool IsSortOrder(string order) => order.StartsWith(Sorted, StringComparison.Ordinal);

    /// <summary>Names these rows in this order: what a positional or random cut of them depends on.</summary>
    public string OrderId => SymbolicId.Shorten($"{Origin}/{string.Join("/", Steps)}/{Order}");

    /// <summary>This path with one more cut.</summary>
    public RowPath Then(RowStep step) => this with { Steps = Steps.Add(step) };

    /// <summary>The rows of the positions from <paramref name="start"/> up to <paramref name="end"/>, or to the last.</summary>
    public RowPath At(Bound start, Bound? end) => At(start, end, null);

    /// <summary>The same where something else than a row stands at each position: a <see cref="RangeStep.Unit"/>.</summary>
    internal RowPath At(Bound start, Bound? end, string? unit)
    {
        if (start.Number == 0 && end is null)
        {
            return this;
        }

        // Positions within a range of known start are positions of what the range was cut from.
        if (Steps.Count > 0 && Steps[Steps.Count - 1] is RangeStep { Start.IsNumber: true } range && range.Order == Order && range.Unit == unit
            && start.IsNumber && (end is null || (end.IsNumber && range.End is null or { IsNumber: true })))
        {
            var last = end is null ? range.End : new Bound(Math.Min((range.Start.Number + end.Number).GetValueOrDefault(), range.End?.Number ?? long.MaxValue), null);
            return this with { Steps = EquatableList<RowStep>.From(Steps.Take(Steps.Count - 1).Append(range with { Start = new Bound(range.Start.Number + start.Number, null), End = last })) };
        }

        return Then(new RangeStep(OrderId, start, end) { Order = Order, Unit = unit });
    }

    /// <summary>How these rows relate to those of <paramref name="other"/>.</summary>
    public Relation RelationTo(RowPath other)
    {
        var origins = Origin.RelationTo(other.Origin);
        if (origins != Relation.Equal)
        {
            return origins;
        }

        // Two parts of one cut exclude each other at whatever depth they were taken.
        var isUnknown = false;
        for (var i = 0; i < Steps.Count; i++)
        {
            for (var j = 0; j < other.Steps.Count; j++)
            {
                var pair = Steps[i].RelationTo(other.Steps[j]);
                if (pair == Relation.Disjoint)
                {
                    return Relation.Disjoint;
                }

                isUnknown |= pair == Relation.Unknown;
            }
        }

        var common = 0;
        while (common < Steps.Count && common < other.Steps.Count && Steps[common].RelationTo(other.Steps[common]) == Relation.Equal)
        {
            common++;
        }

        var restOfThis = Steps.Count - common;
        var restOfOther = other.Steps.Count - common;
        if (restOfThis == 0 || restOfOther == 0)
        {
            return (restOfThis, restOfOther) switch
            {
                (0, 0) => Relation.Equal,
                (0, _) => Relation.Superset,
                _ => Relation.Subset,
            };
        }

        if (isUnknown)
        {
            return Relation.Unknown;
        }

        var diverging = Steps[common].RelationTo(other.Steps[common]);
        return diverging switch
        {
            Relation.Subset when restOfOther == 1 => Relation.Subset,
            Relation.Superset when restOfThis == 1 => Relation.Superset,
            _ => Relation.Overlapping,
        };
    }

    /// <summary>Whether these rows are of the side of a split that <paramref name="side"/> ends in, of whichever fold.</summary>
    public bool IsCutFrom(RowPath side) => side.Steps.Count > 0 && side.Steps[side.Steps.Count - 1] is FoldStep last
        && Steps.OfType<FoldStep>().Any(step => step.SplitId == last.SplitId && step.IsTest == last.IsTest);

    /// <summary>The cuts by position or by chance that alone keep these rows and <paramref name="other"/> apart; none where something else does, or nothing.</summary>
    internal IReadOnlyList<RowStep> RowWiseCutsFrom(RowPath other)
    {
        var apart = Steps.Where(a => other.Steps.Any(b => a.RelationTo(b) == Relation.Disjoint)).ToList();
        return Origin.RelationTo(other.Origin) == Relation.Equal && apart.TrueForAll(IsRowWise) && !IsSiftedLater && !other.IsSiftedLater ? apart : [];
    }

    // What is left out of a part afterwards may be what its groups have in the other.
    private bool IsSiftedLater => Steps.SkipWhile(step => step is not FilterStep { IsByChance: not null }).Any(step => step is FilterStep { IsByChance: null });

    private static bool IsRowWise(RowStep step) => step is RangeStep or FilterStep { IsByChance: not null };

    /// <summary>These rows where what was just cut by position or by chance were things that several rows were made of; the same where none were.</summary>
    internal RowPath Expanded() => Steps.Count > 0 && Steps[Steps.Count - 1] is { Unit: null } cut && IsRowWise(cut)
        ? this with { Steps = EquatableList<RowStep>.From(Steps.Take(Steps.Count - 1).Append(cut with { Unit = "" })) }
        : this;

    /// <summary>The rows of this path that a single cut of it, which <paramref name="part"/> is, leaves out; null where it is no such part.</summary>
    internal RowPath? Without(RowPath part) => Origin.Equals(part.Origin) && part.Steps.Count == Steps.Count + 1 && Steps.SequenceEqual(part.Steps.Take(Steps.Count)) && part.Steps[Steps.Count].Rest is { } rest
        ? Then(rest)
        : null;

    /// <summary>This path with other names for what is known by name alone.</summary>
    public RowPath Renamed(Func<string, string> rename)
    {
        var (key, steps, order) = (rename(Origin.Key), Steps.Map(step => step.Renamed(rename)), rename(Order));
        return key == Origin.Key && ReferenceEquals(steps, Steps) && order == Order ? this : new(Origin with { Key = key }, steps, order);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" / ", Steps.Select(step => step.ToString()).Prepend(Origin.ToString()));
}
