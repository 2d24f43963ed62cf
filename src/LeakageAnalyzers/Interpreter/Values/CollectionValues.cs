namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>Items of an unknown number that all look like one.</summary>
internal sealed record ManyValue(AbstractValue Item) : AbstractValue
{
    public override string Identity => $"[{Item.Identity}…]";

    public override AbstractValue StartOver(string loop) => Item.StartOver(loop) is var item && ReferenceEquals(item, Item) ? this : new ManyValue(item);
}

/// <summary>Rows cut into consecutive parts, as <c>Chunk</c> does.</summary>
/// <param name="CutId">Equal ids cut the same rows the same way.</param>
/// <param name="Input">All of them.</param>
internal sealed record PartsValue(string CutId, RowSet Input) : AbstractValue
{
    public override string Identity => CutId;

    /// <summary>The column that has one value in each part; empty where it is not a single one, null where the parts are no groups.</summary>
    public string? Column { get; init; }

    /// <summary>One part; two parts of different numbers have no row in common.</summary>
    public RowsValue Part(string part) => new(Input with { GroupedBy = Column, Provenance = ((SymbolicRows)Input.Provenance).Then(new FoldStep(CutId, part, IsTest: true)) });

    public override AbstractValue StartOver(string loop)
    {
        var (id, input) = (SymbolicId.StartOver(CutId, loop), Input.StartOver(loop));
        return id == CutId && ReferenceEquals(input, Input) ? this : this with { CutId = id, Input = input };
    }
}

/// <summary>What was made of one group of rows, be it a number or an object that holds some.</summary>
/// <param name="Groups">All groups.</param>
/// <param name="Item">What was made.</param>
internal sealed record SummaryValue(PartsValue Groups, AbstractValue Item) : AbstractValue
{
    public override string Identity => $"summary of {Groups.Identity} as {Item.Identity}";

    public override AbstractValue StartOver(string loop)
    {
        var (groups, item) = ((PartsValue)Groups.StartOver(loop), Item.StartOver(loop));
        return ReferenceEquals(groups, Groups) && ReferenceEquals(item, Item) ? this : new SummaryValue(groups, item);
    }
}

/// <summary>All consecutive parts of rows but one.</summary>
/// <param name="All">All of them.</param>
/// <param name="Left">The one that is left out.</param>
internal sealed record OtherPartsValue(PartsValue All, string Left) : AbstractValue
{
    public override string Identity => $"{All.Identity} without {Left}";

    /// <summary>Their rows.</summary>
    public RowsValue Rows => new(All.Input with { Provenance = ((SymbolicRows)All.Input.Provenance).Then(new FoldStep(All.CutId, Left, IsTest: false)), AtMost = null });

    public override AbstractValue StartOver(string loop) => new OtherPartsValue((PartsValue)All.StartOver(loop), SymbolicId.StartOver(Left, loop));
}

/// <summary>Some consecutive parts of rows; which ones is not known.</summary>
/// <param name="All">All of them.</param>
/// <param name="Which">Equal names are the same ones.</param>
internal sealed record SomePartsValue(PartsValue All, string Which) : AbstractValue
{
    public override string Identity => $"{All.Identity} {Which}";

    public override AbstractValue StartOver(string loop) => new SomePartsValue((PartsValue)All.StartOver(loop), SymbolicId.StartOver(Which, loop));
}

/// <summary>A range of positions, such as <c>..100</c> or <c>^20..</c>.</summary>
internal sealed record RangeValue(Bound Start, Bound? End) : AbstractValue
{
    public override string Identity => $"{Start}..{End}";

    /// <summary>The rows at these positions.</summary>
    public RowsValue Cut(RowsValue rows) => rows.With(rows.Provenance.At(Start, End, rows.Rows.OneRowPer));
}

/// <summary>A position counted from the end, such as <c>^20</c>.</summary>
internal sealed record FromEndValue(AbstractValue Count) : AbstractValue
{
    public override string Identity => "^" + Count.Identity;
}

/// <summary>What reads a column of the row that a walk is at.</summary>
/// <param name="Walked">The rows that are walked over.</param>
/// <param name="Column">The column.</param>
internal sealed record GetterValue(RowsValue Walked, Column Column) : AbstractValue
{
    public override string Identity => $"{Column.Name} of each of {Walked.Identity}";

    public override AbstractValue StartOver(string loop) => Walked.StartOver(loop) is var walked && ReferenceEquals(walked, Walked) ? this : this with { Walked = (RowsValue)walked };
}
