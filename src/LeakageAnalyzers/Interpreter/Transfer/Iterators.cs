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
            : new UnknownValue("what an iterator yields", $"yield:{call}"));
        return value;
    }

    /// <summary>What the call of an iterator gives, after it ran to its end in <paramref name="state"/>: two walks may yield different rows, one call of it is one value.</summary>
    public static AbstractValue ValueOf(IMethodSymbol iterator, Activation activation, State state) => Draws.OfIterator(iterator, activation.Graph, activation.CallString)
        ?? state.Member(activation.CallString, Items)
        ?? new UnknownValue("what an iterator yields", $"yield:{activation.CallString}");
}
