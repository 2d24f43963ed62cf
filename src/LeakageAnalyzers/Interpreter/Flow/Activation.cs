using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>One run of one body: an entry point, a followed call, a lambda.</summary>
internal sealed class Activation
{
    public Activation(ISymbol owner, ControlFlowGraph graph, Frame frame, ImmutableArray<ISymbol> callers, AbstractValue? instance)
    {
        Owner = owner;
        Graph = graph;
        Frame = frame;
        Chain = callers.Add(owner);
        Instance = instance;
    }

    /// <summary>The method, local function or lambda that runs.</summary>
    public ISymbol Owner { get; }

    /// <summary>Its graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The call sites that led here; part of the name of everything that is made here.</summary>
    public string CallString => Frame.CallString;

    /// <summary>The methods that are running, outermost first.</summary>
    public ImmutableArray<ISymbol> Chain { get; }

    /// <summary>What <c>this</c> is, or null.</summary>
    public AbstractValue? Instance { get; }

    /// <summary>Whether it has made lambdas, which may leave it.</summary>
    public bool MakesFunctions { get; set; }

    /// <summary>What this run shares with others of this body that the same calls led to.</summary>
    public Frame Frame { get; }
}
