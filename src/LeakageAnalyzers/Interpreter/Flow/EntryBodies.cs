namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The bodies as one entry reads them, each the same whenever it asks, with a note of all: what it finds holds as long as these stay as they are.</summary>
internal sealed class EntryBodies
{
    private readonly SourceBodies _bodies;
    private readonly Dictionary<ISymbol, ControlFlowGraph?> _asked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _askedElsewhere = new(SymbolEqualityComparer.Default);

    public EntryBodies(SourceBodies bodies) => _bodies = bodies;

    /// <summary>The members asked for, whether they have a body or not.</summary>
    public IReadOnlyCollection<ISymbol> Asked => [.. _asked.Keys, .. _askedElsewhere.Where(member => !_asked.ContainsKey(member))];

    /// <inheritdoc cref="SourceBodies.GraphOf"/>
    public ControlFlowGraph? GraphOf(IMethodSymbol method) => _asked.TryGetValue(method, out var known) ? known : _asked[method] = _bodies.GraphOf(method);

    /// <inheritdoc cref="SourceBodies.InitializerOf"/>
    public ControlFlowGraph? InitializerOf(ISymbol member) => _asked.TryGetValue(member, out var known) ? known : _asked[member] = _bodies.InitializerOf(member);

    /// <inheritdoc cref="SourceBodies.TouchesMlNet"/>
    public bool TouchesMlNet(ControlFlowGraph graph) => _bodies.TouchesMlNet(graph);

    /// <summary>Notes members that somebody asked for whose findings are this entry's.</summary>
    public void Note(IEnumerable<ISymbol> members) => _askedElsewhere.UnionWith(members);
}
