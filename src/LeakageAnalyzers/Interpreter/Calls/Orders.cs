using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that put rows in another order.</summary>
internal static class Orders
{
    /// <summary>A new order: the same one for the same key or the same seed, else one of its own.</summary>
    public static AbstractValue Order(LibraryCall call)
    {
        var key = call.Arguments[Parameters.KeySelector] as FunctionValue;
        if (call.Row.DrawsAnew || Draws.IsDrawn(key))
        {
            return Draws.Of(call, drawn => RowCalls.Cut(call, rows => rows.InOrder(drawn)), isOfOrder: true);
        }

        if (key?.Body is { } selector)
        {
            return Sorted(call, RowCalls.Cut(call, rows => rows.InOrder(RowPath.SortedBy($"{call.Method.Name} {selector.Syntax} of {rows.OrderId}"))), KeyOf(key));
        }

        return key is null && call.Arguments[Parameters.Seed] is ConstantValue { Value: not null } seed
            ? Sorted(call, RowCalls.Cut(call, rows => rows.InOrder($"{call.Method.Name}({seed.Identity}) of {rows.OrderId}")), null)
            : Sorted(call, RowCalls.Cut(call, rows => rows.InOrder(call.Row.IsSort ? RowPath.SortedBy(call.Site) : call.Site)), null);
    }

    /// <summary><paramref name="rows"/> in the order that the call puts them in.</summary>
    public static RowsValue InPlace(LibraryCall call, RowsValue rows)
    {
        var isSort = call.Row.IsSort && !call.Method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Int32);
        var key = isSort && call.Arguments.All.Select(argument => argument.Value).OfType<FunctionValue>().FirstOrDefault() is { } comparison ? KeyOf(comparison) : null;
        return rows with
        {
            Rows = rows.Rows with { Provenance = rows.Provenance.InOrder(isSort ? RowPath.SortedBy(call.Site) : call.Site), SortedBy = key, SortedAt = key is null ? null : call.Place },
        };
    }

    private static AbstractValue Sorted(LibraryCall call, AbstractValue ordered, Column? key) => ordered is RowsValue { Rows: var rows }
        ? new RowsValue(call.Row.RefinesOrder ? rows : rows with { SortedBy = key, SortedAt = key is null ? null : call.Place })
        : ordered;

    // The member that the key is read from, also where it is parsed first.
    private static Column? KeyOf(FunctionValue key) => key.Operations
        .OfType<IMemberReferenceOperation>()
        .Where(member => member.Instance is IParameterReferenceOperation && member.Member is IFieldSymbol or IPropertySymbol)
        .Select(member => Schemas.ColumnOf(member.Member))
        .FirstOrDefault();

    /// <summary>The rows at the positions that <paramref name="positions"/> are: the same cuts, made of the rows that the selector picks from.</summary>
    public static RowSet Picked(LibraryCall call, RowSet positions)
    {
        if (call.Arguments[Parameters.Selector] is not FunctionValue { Body: not null } selector
            || PickedFrom(call.Evaluator, selector) is not var (source, collection)
            || positions.Provenance is not SymbolicRows { Paths.Count: > 0 } picked)
        {
            return positions;
        }

        var provenance = new SymbolicRows(EquatableList<RowPath>.From(picked.Paths.SelectMany(path => Picked(path, source, collection).Paths)));
        return source with { Provenance = provenance, Cut = positions.Cut, Draw = positions.Draw ?? source.Draw, SortedBy = null };
    }

    // What is read from a file, or found under a name, picks some of the rows: which ones is not known.
    private static SymbolicRows Picked(RowPath positions, RowSet source, string collection)
    {
        var all = PositionCalls.At(positions.Origin, source, collection) ?? ((SymbolicRows)source.Provenance).Then(new FilterStep($"picked by {positions.Origin}") { IsPick = true });
        var rows = positions.Steps.Aggregate(all, (rows, step) => step is RangeStep { Order: RowPath.SourceOrder } range ? rows.At(range.Start, range.End) : rows.Then(step));
        return positions.Order == RowPath.SourceOrder ? rows : rows.InOrder(positions.Order);
    }

    // Of the form position => rows[position].
    private static (RowSet Rows, string Collection)? PickedFrom(Evaluator evaluator, FunctionValue selector)
    {
        var collection = selector.Result switch
        {
            IArrayElementReferenceOperation { Indices: [IParameterReferenceOperation] } element => element.ArrayReference,
            IPropertyReferenceOperation { Arguments: [{ Value: IParameterReferenceOperation }] } element => element.Instance,
            _ => null,
        };
        return collection is not null && evaluator.Evaluate(collection) is var rows and (RowsValue or UnknownValue)
            ? (LibraryCall.RowsOf(collection, rows), rows.Identity)
            : null;
    }
}
