using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What <c>foreach</c> is lowered to.</summary>
internal static class Walks
{
    public static AbstractValue? TryEvaluate(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        switch (invocation.TargetMethod.Name)
        {
            case "GetEnumerator" when instance is UnknownValue && Collections.IsOfRows(PassThrough.Unconverted(invocation.Instance!).Type):
                return Over(invocation, new RowsValue(LibraryCall.RowsOf(invocation.Instance!, instance)));
            case "GetEnumerator" when instance is ObjectValue list && Collections.IsOfRows(PassThrough.Unconverted(invocation.Instance!).Type) && Collections.HoldsRows(evaluator, list):
                return Over(invocation, new RowsValue(LibraryCall.RowsOf(PassThrough.Unconverted(invocation.Instance!), list)));
            case "GetEnumerator" or "GetAsyncEnumerator" when (Collections.ItemsOf(evaluator, instance) ?? instance) is OrderedValue ordered:
                return new EnumeratorValue(ordered.Items, -1);

            case "GetEnumerator" or "GetAsyncEnumerator" when (Collections.ItemsOf(evaluator, instance) ?? instance) is SequenceValue or FoldListValue or FoldResultsValue or PartsValue or SomePartsValue or ManyValue or RowsValue or StatisticValue:
                return Over(invocation, Collections.ItemsOf(evaluator, instance) ?? instance!);

            case "MoveNext" or "MoveNextAsync" when instance is EnumeratorValue enumerator && arguments.All.Count == 0:
                var (moved, hasItem) = Sequences.MoveNext(evaluator, invocation, enumerator);
                Assignments.Assign(evaluator, invocation.Instance!, moved);
                return hasItem;

            default:
                return null;
        }
    }

    private static EnumeratorValue Over(IInvocationOperation invocation, AbstractValue source) =>
        new(source, -1) { Name = source is RowsValue ? LibraryCall.RowsOf(PassThrough.Unconverted(invocation.Instance!), source).Name : "" };
}
