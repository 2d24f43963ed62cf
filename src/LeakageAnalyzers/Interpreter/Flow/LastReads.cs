using LeakageAnalyzers.Interpreter.Transfer;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Where the variables of a body are read for the last time: what stands in them behind it would keep states apart that are alike.</summary>
internal sealed class LastReads
{
    private readonly ISymbol _owner;
    private readonly Dictionary<ISymbol, int> _last = new(SymbolEqualityComparer.Default);

    public LastReads(ISymbol owner, ControlFlowGraph graph, Loops loops)
    {
        _owner = owner;
        foreach (var block in graph.Blocks)
        {
            foreach (var local in ReadIn(block))
            {
                // Another iteration of a loop in which a variable is declared gives it a value of its own.
                Note(local, loops.EndAround(block.Ordinal, FirstBlockOf(local, block)));
            }
        }

        // Lambdas and local functions read when they are called.
        foreach (var local in FunctionsIn(graph).SelectMany(Functions.OperationsOf).OfType<ILocalReferenceOperation>())
        {
            Note(local.Local, int.MaxValue);
        }
    }

    /// <summary>The variables of the body itself, of those of which something is known in <paramref name="state"/>, that are not read in <paramref name="block"/> nor behind it.</summary>
    public IReadOnlyList<ISymbol> DeadAt(BasicBlock block, State state) =>
        [.. state.Locals.Where(local => local is ILocalSymbol && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, _owner) && !(_last.TryGetValue(local, out var last) && last >= block.Ordinal))];

    private static int FirstBlockOf(ILocalSymbol local, BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region.EnclosingRegion is { } around && !region.Locals.Contains(local, SymbolEqualityComparer.Default))
        {
            region = around;
        }

        return region.FirstBlockOrdinal;
    }

    private void Note(ILocalSymbol local, int block) => _last[local] = local.IsRef ? int.MaxValue : _last.TryGetValue(local, out var known) ? Math.Max(known, block) : block;

    // Whatever else has a name of its own for a variable may read it at any time.
    private static IEnumerable<ILocalSymbol> ReadIn(BasicBlock block) => Functions.OperationsOf(block)
        .OfType<ILocalReferenceOperation>()
        .Where(local => local.Parent is not ISimpleAssignmentOperation { IsRef: false } assignment || assignment.Target != local)
        .Select(local => local.Local);

    private static IEnumerable<ControlFlowGraph> FunctionsIn(ControlFlowGraph graph) => Functions.OperationsOf(graph).OfType<IFlowAnonymousFunctionOperation>().Select(lambda => graph.GetAnonymousFunctionControlFlowGraph(lambda))
        .Concat(graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function)))
        .SelectMany(inner => FunctionsIn(inner).Prepend(inner));
}
