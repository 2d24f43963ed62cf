using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Variables that a loop counts in: they make a state of each iteration. A loop that counts past all states that are kept apart is not worth those until then.</summary>
internal static class Counters
{
    /// <summary>Whether the loop at <paramref name="head"/> counts on from <paramref name="states"/>, those of its iterations until now, to <paramref name="next"/>, and past the states that are kept apart.</summary>
    /// <param name="head">Where the loop decides whether it goes on.</param>
    /// <param name="states">The states at the head, in their order.</param>
    /// <param name="isDecided">Whether it is known how the last of them decided.</param>
    /// <param name="next">The state that has come to the head.</param>
    public static bool CountPast(BasicBlock head, IReadOnlyList<State> states, bool isDecided, State next) => isDecided
        ? head.BranchValue is IBinaryOperation comparison && IsFarFromEnd(comparison, states, next)
        : states.Count > 1 && next.Locals.Any(local => Step(local, states[states.Count - 1], next) is { } step && step == Step(local, states[states.Count - 2], states[states.Count - 1]));

    // The end of the loop is where the counter comes to what it is compared with.
    private static bool IsFarFromEnd(IBinaryOperation comparison, IReadOnlyList<State> states, State next)
    {
        var (one, other) = (VariableIn(comparison.LeftOperand), VariableIn(comparison.RightOperand));
        return IsFar(one, comparison.RightOperand, other) || IsFar(other, comparison.LeftOperand, one);

        bool IsFar(ISymbol? counter, IOperation bound, ISymbol? boundVariable) => counter is not null
            && Step(counter, states[states.Count - 1], next) is { } step
            && (bound.ConstantValue is { HasValue: true, Value: var constant } ? new ConstantValue(constant).Number : boundVariable is null ? null : Number(next, boundVariable)) is { } end
            && (end - Number(next, counter)) / step is var left && (left < 0 || left + states.Count >= Budget.StatesPerBlock);
    }

    private static long? Step(ISymbol counter, State before, State after) => Number(after, counter) - Number(before, counter) is { } step and not 0 ? step : null;

    private static long? Number(State state, ISymbol variable) => (state.Local(variable) as ConstantValue)?.Number;

    private static ISymbol? VariableIn(IOperation operand) => operand switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation { IsImplicit: true } conversion => VariableIn(conversion.Operand),
        _ => null,
    };
}
