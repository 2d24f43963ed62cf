using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>One run of one body: an entry point, a followed call, a lambda.</summary>
internal sealed class Activation
{
    public Activation(ISymbol owner, ControlFlowGraph graph, Frame frame, Activation? caller, AbstractValue? instance)
    {
        Owner = owner;
        Graph = graph;
        Frame = frame;
        Caller = caller;
        CalledFrom = caller?.Block;
        CalledBy = caller?.Calling;
        Depth = (caller?.Depth ?? 0) + 1;
        Methods = (caller?.Methods ?? 0) + (caller?.LastOf(owner) is null ? 1 : 0);
        Instance = instance;
    }

    /// <summary>The method, local function or lambda that runs.</summary>
    public ISymbol Owner { get; }

    /// <summary>Its graph.</summary>
    public ControlFlowGraph Graph { get; }

    /// <summary>The call sites that led here; part of the name of everything that is made here.</summary>
    public string CallString => Frame.CallString;

    /// <summary>What called it; null for an entry.</summary>
    public Activation? Caller { get; }

    /// <summary>The block of the caller that called it; null for an entry.</summary>
    public BasicBlock? CalledFrom { get; }

    /// <summary>The operation of the caller that called it; null for an entry, and where no single operation did.</summary>
    public IOperation? CalledBy { get; }

    /// <summary>The operation that calls something right now, if any.</summary>
    public IOperation? Calling { get; set; }

    /// <summary>How many bodies are running, this one included.</summary>
    public int Depth { get; }

    /// <summary>How many different bodies are running: one that calls itself counts once.</summary>
    public int Methods { get; }

    /// <summary>The state it began in.</summary>
    public State Entry { get; set; } = State.Empty;

    /// <summary>What <c>this</c> is, or null.</summary>
    public AbstractValue? Instance { get; }

    /// <summary>The block that runs.</summary>
    public BasicBlock? Block { get; set; }

    /// <summary>The branches that what runs stands in, here and in the calls that led here.</summary>
    public EquatableList<Branch> Branches => EquatableList<Branch>.From(BranchesAt(Block));

    /// <summary>Whether it has made lambdas, which may leave it.</summary>
    public bool MakesFunctions { get; set; }

    /// <summary>The innermost run of <paramref name="owner"/> among this one and its callers; null where it is not running.</summary>
    public Activation? LastOf(ISymbol owner)
    {
        var running = this;
        while (running is not null && !SymbolEqualityComparer.Default.Equals(running.Owner, owner))
        {
            running = running.Caller;
        }

        return running;
    }

    /// <summary>What this run shares with others of this body that the same calls led to.</summary>
    public Frame Frame { get; }

    /// <summary>Where the variables of the body are read for the last time.</summary>
    public LastReads LastReads => Frame.LastReadsOf(Owner, Graph);

    private IEnumerable<Branch> BranchesAt(BasicBlock? block) => (Caller?.BranchesAt(CalledFrom) ?? []).Concat(block is null ? [] : Frame.Forks.Before(block));
}
