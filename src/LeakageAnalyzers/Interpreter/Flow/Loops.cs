namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The loops of a graph: blocks are numbered in order, so a branch to an earlier block starts a loop over.</summary>
internal sealed class Loops
{
    private readonly List<(int Head, int Last)> _loops = [];
    private readonly string _scope;

    /// <param name="graph">The graph.</param>
    /// <param name="scope">Tells the loops of two activations of one body apart.</param>
    public Loops(ControlFlowGraph graph, string scope)
    {
        _scope = scope;
        foreach (var block in graph.Blocks)
        {
            var last = block.Predecessors.Where(branch => branch.Source.Ordinal >= block.Ordinal).Select(branch => branch.Source.Ordinal).DefaultIfEmpty(-1).Max();
            if (last >= 0)
            {
                _loops.Add((block.Ordinal, last));
            }
        }
    }

    /// <summary>The tags that ids made in <paramref name="block"/> bear, outermost loop first.</summary>
    public string TagsAt(BasicBlock block) => string.Concat(
        _loops.Where(loop => loop.Head <= block.Ordinal && block.Ordinal <= loop.Last).Select(loop => SymbolicId.LoopTag(Name(loop.Head))));

    /// <summary>The loop that the branch from <paramref name="source"/> to <paramref name="target"/> starts over, or null.</summary>
    public string? StartedOverBy(BasicBlock source, BasicBlock target) =>
        source.Ordinal >= target.Ordinal ? Name(target.Ordinal) : null;

    private string Name(int head) => $"{_scope}loop{head}";
}
