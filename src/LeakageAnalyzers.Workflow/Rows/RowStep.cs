namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>One cut of a symbolic row set. Steps keep a part of the rows they are applied to and never add any.</summary>
public abstract record RowStep
{
    /// <summary>What a cut by position or by chance decides on one by one: a row where it is null, else all rows of one value of the column that it names; empty where that column is not known.</summary>
    internal string? Unit { get; init; }

    /// <summary>The same cut of the same rows, which keeps what this one leaves out; null where no single cut does.</summary>
    internal abstract RowStep? Rest { get; }

    /// <summary>
    /// What this step, taken at any depth, says about rows that went through <paramref name="other"/>: <see cref="Relation.Unknown"/> where the two steps
    /// may or may not exclude each other, <see cref="Relation.Overlapping"/> where they are independent cuts.
    /// </summary>
    public abstract Relation RelationTo(RowStep other);

    /// <summary>This step with other names for what is known by name alone; the step itself where they are the same.</summary>
    public abstract RowStep Renamed(Func<string, string> rename);

    private protected static bool IsPicked(RowStep step) => step is FilterStep { IsPick: true };
}

/// <summary>The train or test side of one fold of a split. A plain train-test split has the single fold "0".</summary>
/// <param name="SplitId">Equal ids cut the same rows the same way.</param>
/// <param name="Fold">A number where it is known, else the name of the fold variable.</param>
/// <param name="IsTest">Whether this is the held-out side.</param>
public sealed record FoldStep(string SplitId, string Fold, bool IsTest) : RowStep
{
    /// <summary>The fold of a split into two parts.</summary>
    public const string OnlyFold = "0";

    /// <inheritdoc/>
    internal override RowStep Rest => this with { IsTest = !IsTest };

    /// <inheritdoc/>
    public override Relation RelationTo(RowStep other)
    {
        if (other is not FoldStep fold)
        {
            return IsPicked(other) ? Relation.Unknown : Relation.Overlapping;
        }

        if (SymbolicId.MayBeIterationsOfOne(SplitId, fold.SplitId) || SymbolicId.MayBeIterationsOfOne(Fold, fold.Fold))
        {
            return Relation.Unknown;
        }

        if (SplitId != fold.SplitId)
        {
            return Relation.Overlapping;
        }

        if (Fold == fold.Fold)
        {
            return IsTest == fold.IsTest ? Relation.Equal : Relation.Disjoint;
        }

        if (!IsNumber(Fold) || !IsNumber(fold.Fold))
        {
            return Relation.Unknown;
        }

        return (IsTest, fold.IsTest) switch
        {
            (true, true) => Relation.Disjoint,
            (true, false) => Relation.Subset,
            (false, true) => Relation.Superset,
            _ => Relation.Overlapping,
        };
    }

    /// <inheritdoc/>
    public override RowStep Renamed(Func<string, string> rename)
    {
        var (id, fold) = (rename(SplitId), rename(Fold));
        return id == SplitId && fold == Fold ? this : this with { SplitId = id, Fold = fold };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsTest ? "test" : "train")}[{Fold}] of {SplitId}";

    private static bool IsNumber(string fold) => fold.All(char.IsDigit);
}

/// <summary>Rows <c>[Start, End)</c> of a sequence in a fixed order.</summary>
/// <param name="OrderId">Equal ids are the same rows in the same order.</param>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last, or null for "to the end".</param>
public sealed record RangeStep(string OrderId, Bound Start, Bound? End) : RowStep
{
    /// <summary>Names the order by itself, whichever part of the rows stands in it.</summary>
    public string Order { get; init; } = RowPath.SourceOrder;

    /// <inheritdoc/>
    internal override RowStep? Rest => Start.Number == 0 && End is not null ? this with { Start = End, End = null } : End is null ? this with { Start = Bound.Zero, End = Start } : null;

    /// <inheritdoc/>
    public override Relation RelationTo(RowStep other)
    {
        if (other is not RangeStep range)
        {
            return IsPicked(other) ? Relation.Unknown : Relation.Overlapping;
        }

        if (SymbolicId.MayBeIterationsOfOne(OrderId, range.OrderId))
        {
            return Relation.Unknown;
        }

        if (OrderId != range.OrderId)
        {
            // Positions in two random orders are independent. Positions in parts of one order, or in the order of a key, are not.
            return Order == range.Order || RowPath.IsSortOrder(Order) || RowPath.IsSortOrder(range.Order) ? Relation.Unknown : Relation.Overlapping;
        }

        if (Start.Equals(range.Start) && Equals(End, range.End))
        {
            return Relation.Equal;
        }

        if (Bound.IsAtMost(End, range.Start) || Bound.IsAtMost(range.End, Start))
        {
            return Relation.Disjoint;
        }

        return Start.IsNumber && range.Start.IsNumber && End is not { IsNumber: false } && range.End is not { IsNumber: false }
            ? Relation.Overlapping
            : Relation.Unknown;
    }

    /// <inheritdoc/>
    public override RowStep Renamed(Func<string, string> rename)
    {
        var renamed = this with { OrderId = rename(OrderId), Start = Start.Renamed(rename), End = End?.Renamed(rename), Order = rename(Order) };
        return renamed.Equals(this) ? this : renamed;
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End?.ToString() ?? "end"})";
}

/// <summary>A position in a sequence: a number, or an expression of which only identity is known.</summary>
public sealed record Bound(long? Number, string? Expression)
{
    /// <summary>Position zero.</summary>
    public static Bound Zero { get; } = new(0, null);

    /// <summary>Whether the position is known as a number.</summary>
    public bool IsNumber => Number is not null;

    /// <summary>Whether <paramref name="a"/> is proven to lie at or before <paramref name="b"/>; null is the end, which lies before nothing.</summary>
    public static bool IsAtMost(Bound? a, Bound b) =>
        a is not null && (a.Number <= b.Number || (a.Equals(b) && !SymbolicId.IsFromEarlierIteration(a.Expression ?? "")));

    /// <summary>This bound with another name where only a name is known.</summary>
    public Bound Renamed(Func<string, string> rename) => Expression is null ? this : this with { Expression = rename(Expression) };

    /// <inheritdoc/>
    public override string ToString() => Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Expression!;
}

/// <summary>A filter whose predicate is not understood: two different ones may or may not exclude each other.</summary>
/// <param name="FilterId">Equal ids are the same condition on the same rows.</param>
public sealed record FilterStep(string FilterId) : RowStep
{
    /// <summary>Whether code picks the rows one by one, so that what it keeps may depend on any other part of them.</summary>
    public bool IsPick { get; init; }

    /// <summary>Whether it keeps the rows that the condition does not hold for.</summary>
    internal bool IsRest { get; init; }

    /// <summary>Whether chance decides on each row, or its position, whatever is in it; null where neither does.</summary>
    internal bool? IsByChance { get; init; }

    /// <inheritdoc/>
    internal override RowStep Rest => this with { IsRest = !IsRest };

    /// <inheritdoc/>
    public override Relation RelationTo(RowStep other) => other switch
    {
        FilterStep filter when SymbolicId.MayBeIterationsOfOne(FilterId, filter.FilterId) => Relation.Unknown,
        FilterStep filter => FilterId != filter.FilterId ? Relation.Unknown : IsRest == filter.IsRest ? Relation.Equal : Relation.Disjoint,
        _ => IsPick ? Relation.Unknown : Relation.Overlapping,
    };

    /// <inheritdoc/>
    public override RowStep Renamed(Func<string, string> rename) => rename(FilterId) is var id && id == FilterId ? this : this with { FilterId = id };

    /// <inheritdoc/>
    public override string ToString() => $"where {(IsRest ? "not " : "")}{FilterId}";
}
