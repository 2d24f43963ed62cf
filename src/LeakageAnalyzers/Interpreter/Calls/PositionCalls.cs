using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that keep the rows of some positions.</summary>
internal static class PositionCalls
{
    public static AbstractValue Take(LibraryCall call) => call.Arguments["range"] is RangeValue range ? Cut(call, range.Start, range.End) : Cut(call, Bound.Zero, Count(call, "count"));

    public static AbstractValue Skip(LibraryCall call) => Cut(call, Count(call, "count"), null);

    public static AbstractValue TakeLast(LibraryCall call) => Cut(call, FromEnd(call), null);

    public static AbstractValue SkipLast(LibraryCall call) => Cut(call, Bound.Zero, FromEnd(call));

    /// <summary>A number of rows from a position on.</summary>
    public static AbstractValue Range(LibraryCall call)
    {
        var start = Count(call, "index");
        var count = Count(call, "count");
        return Cut(call, start, start.IsNumber && count.IsNumber ? new Bound(start.Number + count.Number, null) : new Bound(null, $"{start}+{count}"));
    }

    /// <summary>The positions <c>0 … n-1</c>, as rows of their own.</summary>
    public static AbstractValue Positions(LibraryCall call) =>
        new RowsValue(new RowSet(new SymbolicRows(new RowPath(new Origin("positions " + call.Site, OriginKind.Positions), EquatableList<RowStep>.Empty)), "", RowSchema.Unknown) { AtMost = (call.Arguments["count"] as ConstantValue)?.Number });

    /// <summary>The rows that an index such as <c>[..100]</c> keeps.</summary>
    public static RowsValue Index(IOperation index, RowsValue rows, RangeValue range) => Cut(range.Cut(rows), Places.Of(index), LibraryCall.RowsOf(index.ChildOperations.First(), rows).Name, range.Start, range.End);

    private static AbstractValue Cut(LibraryCall call, Bound start, Bound? end) => RowCalls.Cut(call, rows => rows.At(start, end)) is RowsValue part
        ? Cut(part, call.Place, part.Rows.Name, start, end)
        : Collections.ItemsOf(call.Evaluator, call.Subject.Value) is SequenceValue items && items.Part(start, end) is { } some ? some
        : CollectionCalls.Part(call);

    private static RowsValue Cut(RowsValue part, Place place, string input, Bound start, Bound? end) =>
        new(part.Rows with { Cut = new PositionalCut(place, input), AtMost = RowCounts.At(part.Rows.AtMost, start, end) });

    private static Bound FromEnd(LibraryCall call) => new(null, "^" + Count(call, "count"));

    private static Bound Count(LibraryCall call, string parameter) => call.Arguments[parameter] switch
    {
        ConstantValue { Number: { } number } => new Bound(number, null),
        RangeValue range => range.Start,
        { } value => new Bound(null, value.Identity),
        null => new Bound(null, call.Site),
    };
}
