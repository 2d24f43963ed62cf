namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The bodies as one entry reads them, with a note of each that it asks for: what it finds holds as long as these stay as they are.</summary>
internal sealed class EntryBodies
{
    private readonly SourceBodies _bodies;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    public EntryBodies(SourceBodies bodies) => _bodies = bodies;

    /// <summary>The members asked for, whether they have a body or not.</summary>
    public IReadOnlyCollection<ISymbol> Asked => _asked;

    /// <inheritdoc cref="SourceBodies.GraphOf"/>
    public ControlFlowGraph? GraphOf(IMethodSymbol method)
    {
        _asked.Add(method);
        return _bodies.GraphOf(method);
    }

    /// <inheritdoc cref="SourceBodies.InitializerOf"/>
    public ControlFlowGraph? InitializerOf(ISymbol member)
    {
        _asked.Add(member);
        return _bodies.InitializerOf(member);
    }

    /// <inheritdoc cref="SourceBodies.TouchesMlNet"/>
    public bool TouchesMlNet(ControlFlowGraph graph) => _bodies.TouchesMlNet(graph);
}
