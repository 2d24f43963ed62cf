using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>One run of one body: an entry point, a followed call, a lambda.</summary>
internal sealed class Activation
{
    public Activation(ISymbol owner, ControlFlowGraph graph, string callString, ImmutableArray<ISymbol> callers, AbstractValue? instance)
    {
        Owner = owner;
        Graph = graph;
        CallString = callString;
        Chain = callers.Add(owner);
        Instance = instance;
        Loops = new Loops(graph, callString);
    }

    /// <summary>The method, local function or lambda that runs.</summary>
    public ISymbol Owner { get; }

    /// <summary>Its graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The call sites that led here; part of the name of everything that is made here.</summary>
    public string CallString { get; }

    /// <summary>The methods that are running, outermost first.</summary>
    public ImmutableArray<ISymbol> Chain { get; }

    /// <summary>What <c>this</c> is, or null.</summary>
    public AbstractValue? Instance { get; }

    /// <summary>Whether it has made lambdas, which may leave it.</summary>
    public bool MakesFunctions { get; set; }

    /// <summary>The loops of the graph.</summary>
    public Loops Loops { get; }
}
