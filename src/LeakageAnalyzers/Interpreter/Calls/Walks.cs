using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What <c>foreach</c> is lowered to, and the cursors of a view, which are walked by hand.</summary>
internal static class Walks
{
    public static AbstractValue? TryEvaluate(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        switch (invocation.TargetMethod.Name)
        {
            case "GetEnumerator" when instance is not null && Collections.RowsIn(evaluator, invocation.Instance!, instance) is { } unnamed:
                return Over(invocation, unnamed);
            case "GetEnumerator" or "GetAsyncEnumerator" when (Collections.ItemsOf(evaluator, instance) ?? instance) is OrderedValue ordered:
                return new EnumeratorValue(ordered.Items, -1);

            case "GetEnumerator" or "GetAsyncEnumerator" when (Collections.ItemsOf(evaluator, instance) ?? instance) is SequenceValue or FoldListValue or FoldResultsValue or PartsValue or SomePartsValue or ManyValue or RowsValue or StatisticValue:
                return Over(invocation, Collections.ItemsOf(evaluator, instance) ?? instance!);

            case "MoveNext" or "MoveNextAsync" when instance is EnumeratorValue enumerator && arguments.All.Count == 0:
                var (moved, hasItem) = Sequences.MoveNext(evaluator, invocation, enumerator);
                Assignments.Assign(evaluator, invocation.Instance!, moved);
                return hasItem;

            case "Invoke" when instance is GetterValue getter && arguments.All is [var (target, _)]:
                // All that is read in one iteration is of one row.
                var part = new RowPart($"?{evaluator.Here}row of {getter.Walked.Identity}", getter.Walked.Rows, getter.Column.Name, StatisticCalls.IsLabel(getter.Column));
                Assignments.Assign(evaluator, target.Value, evaluator.Unknown(target, "a value of a row") with { Part = part });
                return evaluator.Unknown(invocation, "nothing");

            default:
                return null;
        }
    }

    /// <summary>A walk over the rows of a view.</summary>
    public static AbstractValue Cursor(LibraryCall call) => call.Instance is RowsValue rows ? Over(call.Operation, rows) : call.Unknown("a walk over unknown rows");

    /// <summary>What reads a column of the row that a walk is at. Of a column that is not known it is not said whether it is the label: nothing is said of it.</summary>
    public static AbstractValue Getter(LibraryCall call) => (call.Instance, call.Arguments[Parameters.Column]) is (EnumeratorValue { Source: RowsValue rows } walk, ColumnValue { Column: var column })
        ? new GetterValue(new RowsValue(rows.Rows with { Name = walk.Name }), column)
        : call.Unknown("a getter of an unknown column");

    private static EnumeratorValue Over(IInvocationOperation invocation, AbstractValue source) =>
        new(source, -1) { Name = source is RowsValue ? LibraryCall.RowsOf(PassThrough.Unconverted(invocation.Instance!), source).Name : "" };
}
