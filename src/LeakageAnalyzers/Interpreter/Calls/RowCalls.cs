using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that take rows and give rows.</summary>
internal static class RowCalls
{
    public static AbstractValue Same(LibraryCall call) =>
        call.Arguments.All.Select(argument => argument.Value).FirstOrDefault(value => value is not UnknownValue)
        ?? (Source(call) is { } rows ? new RowsValue(rows) : call.Unknown("no rows"));

    public static AbstractValue Filter(LibraryCall call)
    {
        // The same condition on the same rows keeps the same rows.
        var conditions = call.Arguments.All.Where(argument => argument.Value is not RowsValue).Select(argument => argument.Value).ToList();
        var id = conditions.TrueForAll(condition => condition is ConstantValue)
            ? $"{call.Method.Name}({string.Join(",", conditions.Select(condition => condition.Identity))})"
            : call.Site;
        return Cut(call, rows => rows.Then(new FilterStep(id)));
    }

    public static AbstractValue Take(LibraryCall call) =>
        ByPosition(call, rows => rows.Then(new RangeStep(rows.OrderId, Bound.Zero, Count(call))));

    public static AbstractValue Skip(LibraryCall call) =>
        ByPosition(call, rows => rows.Then(new RangeStep(rows.OrderId, Count(call), null)));

    public static AbstractValue Shuffle(LibraryCall call) => Cut(call, rows => rows.InOrder(call.Site));

    /// <summary>One object a row: still the same rows.</summary>
    public static AbstractValue Map(LibraryCall call) => Cut(call, rows => rows) is RowsValue rows
        ? new RowsValue(StatisticCalls.Written(call.Evaluator, rows.Rows, call.Arguments["selector"]))
        : call.Unknown("a mapping of something that is not rows");

    /// <summary>One row, or one group of rows, for each value of the member that the selector reads.</summary>
    public static AbstractValue OnePer(LibraryCall call)
    {
        var member = (call.Arguments["keySelector"] as FunctionValue)?.ReadMember;
        return Cut(call, rows => rows.Then(new FilterStep(call.Site))) is RowsValue rows ? new RowsValue(rows.Rows with { OneRowPer = member }) : call.Unknown("no rows");
    }

    // Copies of rows: which of them are left is not known, only whose copies they are.
    public static AbstractValue Resample(LibraryCall call) => Cut(call, rows => rows.Then(new FilterStep(call.Site)));

    private static AbstractValue ByPosition(LibraryCall call, Func<SymbolicRows, SymbolicRows> cut) => Cut(call, cut) is RowsValue part
        ? new RowsValue(part.Rows with { Cut = new PositionalCut(call.Place, part.Rows.Name) })
        : call.Unknown("a part of something that is not rows");

    private static AbstractValue Cut(LibraryCall call, Func<SymbolicRows, SymbolicRows> cut)
    {
        // Of arrays, folds and the like, these calls give parts that nothing is known of.
        if (Source(call) is not { } rows)
        {
            return call.Unknown("a part of something that is not rows");
        }

        return new RowsValue(rows with { Provenance = cut((SymbolicRows)rows.Provenance) });
    }

    private static RowSet? Source(LibraryCall call)
    {
        var (argument, value) = call.Arguments.All[0];
        return value is RowsValue or UnknownValue or ObjectValue ? LibraryCall.RowsOf(argument.Value, value) : null;
    }

    private static Bound Count(LibraryCall call) => call.Arguments["count"] switch
    {
        ConstantValue { Number: { } number } => new Bound(number, null),
        { } value => new Bound(null, value.Identity),
        null => new Bound(null, call.Site),
    };
}
