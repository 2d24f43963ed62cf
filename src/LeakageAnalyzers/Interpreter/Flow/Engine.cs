using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Interprets one entry point and what it calls.</summary>
internal sealed class Engine
{
    private readonly SourceBodies _bodies;
    private readonly Dictionary<(string CallString, ISymbol Owner), (State Entry, CallResult? Result)> _memo = [];
    private readonly HashSet<ISymbol> _run = new(SymbolEqualityComparer.Default);

    public Engine(SourceBodies bodies, CancellationToken cancellation)
    {
        _bodies = bodies;
        Budget = new Budget(cancellation);
    }

    /// <summary>What the entry may cost.</summary>
    public Budget Budget { get; }

    /// <summary>The trace of <paramref name="graph"/>; empty where the budget did not suffice.</summary>
    public WorkflowTrace Interpret(ISymbol entry, ControlFlowGraph graph)
    {
        var result = Run(new Activation(entry, graph, "", ImmutableArray<ISymbol>.Empty, new ObjectValue("this")), State.Empty);
        var events = result?.Events ?? [];

        // Local functions that nothing calls are entries of their own.
        foreach (var function in graph.LocalFunctions.Where(function => !_run.Contains(function)))
        {
            var body = graph.GetLocalFunctionControlFlowGraph(function);
            var alone = Run(new Activation(function, body, function.Name + ">", ImmutableArray<ISymbol>.Empty, new ObjectValue("this")), State.Empty);
            events = [.. events, .. alone?.Events ?? []];
        }

        return new WorkflowTrace(Budget.IsExhausted ? [] : events);
    }

    /// <summary>Runs <paramref name="method"/> on behalf of <paramref name="caller"/>; null where it cannot be followed.</summary>
    public CallResult? Follow(IMethodSymbol method, Activation caller, string site, State state, AbstractValue? instance)
    {
        var target = method.OriginalDefinition;
        if (caller.Chain.Length >= Budget.CallDepth || caller.Chain.Contains(target, SymbolEqualityComparer.Default))
        {
            return null;
        }

        var graph = target.MethodKind == MethodKind.LocalFunction ? LocalFunctionGraph(target, caller) : _bodies.GraphOf(target);
        return graph is null ? null : Run(new Activation(target, graph, $"{caller.CallString}{site}>", caller.Chain, instance), state);
    }

    /// <summary>Runs a lambda on behalf of <paramref name="caller"/>; null where it cannot be followed.</summary>
    public CallResult? Follow(FunctionValue function, Activation caller, string site, State state)
    {
        if (function.Body is null || function.Graph is null)
        {
            return Follow(function.Method, caller, site, state, null);
        }

        if (caller.Chain.Length >= Budget.CallDepth || caller.Chain.Contains(function.Method, SymbolEqualityComparer.Default))
        {
            return null;
        }

        var graph = function.Graph.GetAnonymousFunctionControlFlowGraph(function.Body);
        return Run(new Activation(function.Method, graph, $"{caller.CallString}{site}>", caller.Chain, caller.Instance), state);
    }

    private static ControlFlowGraph? LocalFunctionGraph(IMethodSymbol function, Activation caller)
    {
        for (var graph = caller.Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
            {
                return graph.GetLocalFunctionControlFlowGraph(function);
            }
        }

        return null;
    }

    private CallResult? Run(Activation activation, State entry)
    {
        var key = (activation.CallString, activation.Owner);
        if (_memo.TryGetValue(key, out var known) && known.Entry.Equals(entry))
        {
            return known.Result;
        }

        _run.Add(activation.Owner);
        var result = new ForwardWalk(this, activation).Run(entry);
        _memo[key] = (entry, result);
        return result;
    }
}
