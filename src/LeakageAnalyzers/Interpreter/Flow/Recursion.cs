using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>
/// Bodies that call themselves. Such a call is followed where it is given something that is known and that the run around it was not given, such as a lower count or the rest of a list: it is on its way to its end.
/// Any other recursion is not followed.
/// </summary>
internal static class Recursion
{
    /// <summary>Whether a call that begins in <paramref name="state"/> on <paramref name="instance"/> comes nearer to its end than <paramref name="running"/>, the run of the same body around it.</summary>
    public static bool Advances(Activation running, State state, AbstractValue? instance) => running.Owner is IMethodSymbol method
        && (Differs(instance, running.Instance) || method.Parameters.Any(parameter => Advances(state.Local(parameter), state, running.Entry.Local(parameter), running.Entry)))
        && !EntryOf(method, state).Values.Any(value => HoldsLambdaOf(value, method));

    /// <summary>The state in which another run of <paramref name="owner"/> begins: its arguments are there, and no other variable of its own yet.</summary>
    public static State EntryOf(ISymbol owner, State state) =>
        state.WithoutLocals(VariablesOf(owner, state).Where(variable => variable is not IParameterSymbol || !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner)));

    /// <summary>The variables that each run of <paramref name="owner"/> has for itself, as far as <paramref name="state"/> knows some.</summary>
    public static IReadOnlyCollection<ISymbol> VariablesOf(ISymbol owner, State state) => [.. state.Locals.Where(local => IsOf(local, owner))];

    private static bool Advances(AbstractValue? value, State state, AbstractValue? before, State stateBefore) => value switch
    {
        ConstantValue => !value.Equals(before),
        ObjectValue when Differs(value, before) => true,
        _ => Collections.ItemsOf(state, value) is SequenceValue items && Collections.ItemsOf(stateBefore, before) is SequenceValue all && items.Items.Count < all.Items.Count,
    };

    private static bool Differs(AbstractValue? value, AbstractValue? before) => value is ObjectValue { IsOwn: true } && before is ObjectValue && !value.Equals(before);

    // A lambda that is handed on reads the variables of the run that made it, which have the same names in the next one.
    private static bool HoldsLambdaOf(AbstractValue value, IMethodSymbol owner) => value switch
    {
        FunctionValue { Body: not null } function => IsOf(function.Method, owner),
        SequenceValue sequence => sequence.Items.Any(item => HoldsLambdaOf(item, owner)),
        ManyValue many => HoldsLambdaOf(many.Item, owner),
        _ => false,
    };

    private static bool IsOf(ISymbol symbol, ISymbol owner)
    {
        var outer = symbol.ContainingSymbol;
        while (outer is IMethodSymbol && !SymbolEqualityComparer.Default.Equals(outer, owner))
        {
            outer = outer.ContainingSymbol;
        }

        return outer is IMethodSymbol;
    }
}
