using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>What a call leaves behind.</summary>
/// <param name="State">The state at its end.</param>
/// <param name="Value">What it returned.</param>
/// <param name="Events">What happened in it.</param>
internal sealed record CallResult(State State, AbstractValue Value, IReadOnlyList<WorkflowEvent> Events)
{
    /// <summary>Whether there is a way to its end.</summary>
    public bool Returns { get; init; } = true;

    /// <summary>Variables of the caller that the call had others of the same name for: they are left as they were.</summary>
    public IReadOnlyCollection<ISymbol> Hidden { get; init; } = [];

    /// <summary>What holds after either of two calls.</summary>
    public static CallResult Join(CallResult a, CallResult b, string point) => !a.Returns ? b with { Events = [.. a.Events, .. b.Events] } : !b.Returns ? a with { Events = [.. a.Events, .. b.Events] } : new(
        a.State.Equals(b.State) ? a.State : State.Join(a.State, b.State, new JoinPoint(point)),
        a.Value.Equals(b.Value) ? a.Value : State.Usable([a.Value, b.Value]) ?? Measures.Of(new UnknownValue("differs between the methods that may be called", "join:" + point), Measures.In(a.Value, a.State).Concat(Measures.In(b.Value, b.State))),
        [.. a.Events, .. b.Events])
    {
        Hidden = [.. a.Hidden, .. b.Hidden],
    };
}
