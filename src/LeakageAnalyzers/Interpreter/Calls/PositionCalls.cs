using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that keep the rows of some positions.</summary>
internal static class PositionCalls
{
    public static AbstractValue Take(LibraryCall call) => call.Arguments[Parameters.Range] is RangeValue range ? Cut(call, range.Start, range.End) : Cut(call, Bound.Zero, Count(call, Parameters.Count));

    public static AbstractValue Skip(LibraryCall call) => Cut(call, Count(call, Parameters.Count), null);

    public static AbstractValue TakeLast(LibraryCall call) => Cut(call, FromEnd(call), null);

    public static AbstractValue SkipLast(LibraryCall call) => Cut(call, Bound.Zero, FromEnd(call));

    /// <summary>A number of rows from a position on, or all from there.</summary>
    public static AbstractValue Range(LibraryCall call)
    {
        var (start, end) = Bounds(call.Arguments, call.Subject.Value);
        return Cut(call, start, end);
    }

    /// <summary>Some consecutive rows of an array, as a segment of it.</summary>
    public static AbstractValue Segment(Evaluator evaluator, IOperation operation, Arguments arguments)
    {
        if (arguments.All.Count == 0 || arguments.All[0].Value is not (RowsValue or UnknownValue))
        {
            return evaluator.Unknown(operation, "a segment of something that is not rows");
        }

        var rows = LibraryCall.RowsOf(arguments.All[0].Operation.Value, arguments.All[0].Value);
        var (start, end) = Bounds(arguments, arguments.All[0].Value);
        return new RowsValue(rows with
        {
            Provenance = ((SymbolicRows)rows.Provenance).At(start, end, rows.OneRowPer),
            Cut = new RowWiseCut(Places.Shown(evaluator, operation), rows.Name),
            AtMost = RowCounts.At(rows.AtMost, start, end),
        });
    }

    /// <summary>Consecutive positions, as rows of their own.</summary>
    public static AbstractValue Positions(LibraryCall call)
    {
        var origin = new Origin("positions " + call.Site, OriginKind.Positions)
        {
            First = Named(call.Arguments, Parameters.OfStart) is { } start ? Count(start) : Bound.Zero,
            Count = Named(call.Arguments, Parameters.OfLength) is { } length ? Count(length) : null,
        };
        return new RowsValue(new RowSet(new SymbolicRows(new RowPath(origin, EquatableList<RowStep>.Empty)), "", RowSchema.Unknown) { AtMost = origin.Count?.Number });
    }

    /// <summary>The rows that stand at the positions of <paramref name="origin"/>; null where these are not known.</summary>
    /// <param name="origin">Where positions come from.</param>
    /// <param name="rows">All rows of a collection.</param>
    /// <param name="collection">Names the collection.</param>
    public static SymbolicRows? At(Origin origin, RowSet rows, string collection)
    {
        var all = (SymbolicRows)rows.Provenance;
        return origin is not { Kind: OriginKind.Positions, Count: { } count } ? null
            : origin.First.Number == 0 && (count.Number >= rows.AtMost || IsCountOf(count.Expression, collection)) ? all
            : all.At(origin.First, End(origin.First, count));
    }

    /// <summary>The rows that an index such as <c>[..100]</c> keeps.</summary>
    public static RowsValue Index(Evaluator evaluator, IOperation index, RowsValue rows, RangeValue range) => Cut(range.Cut(rows), Places.Shown(evaluator, index), LibraryCall.RowsOf(index.ChildOperations.First(), rows).Name, range.Start, range.End);

    private static AbstractValue Cut(LibraryCall call, Bound start, Bound? end) => RowCalls.Cut(call, (rows, provenance) => provenance.At(start, end, rows.OneRowPer)) is RowsValue part
        ? Cut(part, call.Shown, part.Rows.Name, start, end)
        : Collections.ItemsOf(call.Evaluator, call.Subject.Value) is SequenceValue items && items.Part(start, end) is { } some ? some
        : CollectionCalls.Part(call);

    private static RowsValue Cut(RowsValue part, Place place, string input, Bound start, Bound? end) =>
        new(part.Rows with { Cut = new RowWiseCut(place, input), AtMost = RowCounts.At(part.Rows.AtMost, start, end) });

    private static (Bound Start, Bound? End) Bounds(Arguments arguments, AbstractValue rows)
    {
        if (arguments[Parameters.Range] is { } range)
        {
            return range is RangeValue { Start: var from, End: var to } ? (from, to) : (new Bound(null, range.Identity), new Bound(null, $"end of {range.Identity}"));
        }

        var start = Named(arguments, Parameters.OfStart) is { } first ? Count(first) : Bound.Zero;
        return Named(arguments, Parameters.OfLength) is not { } length || IsRest(length, rows, start) ? (start, null)
            : (start, End(start, Count(length)));
    }

    private static Bound End(Bound start, Bound count) => start.IsNumber && count.IsNumber ? new Bound(start.Number + count.Number, null)
        : start.Number == 0 ? count
        : new Bound(null, $"{start}+{count}");

    // As many as there are from the start on: rows.Count, or rows.Count - start.
    private static bool IsRest(AbstractValue length, AbstractValue rows, Bound start) => start.Number == 0 ? IsCountOf(length.Identity, rows.Identity)
        : Catalog.Counts.Any(count => length.Identity == SymbolicId.Shorten(Arithmetic.NameOf($"{rows.Identity}.{count}", BinaryOperatorKind.Subtract, start.ToString())));

    private static bool IsCountOf(string? name, string collection) => Catalog.Counts.Any(count => $"{collection}.{count}" == name);

    private static AbstractValue? Named(Arguments arguments, IEnumerable<string> parameters) => parameters.Select(name => arguments[name]).FirstOrDefault(value => value is not null);

    private static Bound FromEnd(LibraryCall call) => new(null, "^" + Count(call, Parameters.Count));

    private static Bound Count(LibraryCall call, string parameter) => call.Arguments[parameter] is { } value ? Count(value) : new Bound(null, call.Site);

    private static Bound Count(AbstractValue value) => value switch
    {
        ConstantValue { Number: { } number } => new Bound(number, null),
        RangeValue range => range.Start,
        _ => new Bound(null, value.Identity),
    };
}
