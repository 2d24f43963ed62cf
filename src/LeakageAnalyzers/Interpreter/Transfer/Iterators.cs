using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>What iterators yield. Views, models and the like are told apart; row objects are rows of an origin of their own.</summary>
internal static class Iterators
{
    private const string Items = "yielded";

    public static AbstractValue Yield(Evaluator evaluator, IOperation operation)
    {
        var value = evaluator.Evaluate(((IReturnOperation)operation).ReturnedValue);
        var call = evaluator.Activation.CallString;
        var before = evaluator.State.Member(call, Items) ?? Collections.Sequence([]);
        evaluator.State.SetMember(call, Items, before is SequenceValue items && items.Items.Count < Budget.SequenceLength && value is not (UnknownValue or ObjectValue)
            ? Collections.Sequence(items.Items.Append(value))
            : RowsMadeOf(evaluator) is { } rows && (before is SequenceValue { Items.Count: 0 } || rows.Equals(before)) ? rows
            : new UnknownValue("what an iterator yields", $"yield:{call}"));
        return value;
    }

    // Row objects that are yielded in a walk over rows are made of these rows, of some of them at least.
    private static RowsValue? RowsMadeOf(Evaluator evaluator)
    {
        var (activation, state) = (evaluator.Activation, evaluator.State);
        if (activation.Owner is not IMethodSymbol iterator || !Collections.IsOfRows(iterator.ReturnType))
        {
            return null;
        }

        var sources = Functions.OperationsOf(activation.Graph).OfType<ILocalReferenceOperation>().Select(local => (state.Local(local.Local) as UnknownValue)?.RowOf).OfType<RowSet>().Distinct().ToList();
        if (sources.Count != 1)
        {
            return null;
        }

        // Where nothing but the end of the walk is asked, each row gives one.
        var isOfEach = activation.Graph.Blocks.All(block => block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is IInvocationOperation { TargetMethod.Name: "MoveNext" } or IIsNullOperation);
        var yielded = isOfEach ? sources[0] : sources[0] with { Provenance = ((SymbolicRows)sources[0].Provenance).Then(new FilterStep($"yielded by {activation.CallString}")), AtMost = null };
        return new RowsValue(StatisticCalls.ReadIn(evaluator, Functions.OperationsOf(activation.Graph), activation.Instance).Aggregate(yielded, (rows, statistic) => StatisticCalls.Written(evaluator, rows, statistic)));
    }

    /// <summary>What the call of an iterator gives, after it ran to its end in <paramref name="state"/>: two walks may yield different rows, one call of it is one value.</summary>
    public static AbstractValue ValueOf(IMethodSymbol iterator, Activation activation, State state) => Draws.OfIterator(iterator, activation.Graph, activation.CallString)
        ?? state.Member(activation.CallString, Items)
        ?? new UnknownValue("what an iterator yields", $"yield:{activation.CallString}");
}
