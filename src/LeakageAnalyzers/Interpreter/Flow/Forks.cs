namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The forks of a graph, and which of its blocks stand on one way only.</summary>
internal sealed class Forks
{
    private readonly ControlFlowGraph _graph;
    private readonly Loops _loops;
    private readonly string _scope;
    private List<BasicBlock>? _forks;
    private readonly Dictionary<int, (HashSet<int> Taken, HashSet<int> Other)> _ways = [];

    /// <param name="graph">The graph.</param>
    /// <param name="loops">Its loops: a fork in one is passed again, perhaps the other way.</param>
    /// <param name="scope">Tells the forks of two activations of one body apart.</param>
    public Forks(ControlFlowGraph graph, Loops loops, string scope) => (_graph, _loops, _scope) = (graph, loops, scope);

    /// <summary>The ways that lead to <paramref name="block"/>, of the forks of which the other way does not.</summary>
    public IEnumerable<Branch> Before(BasicBlock block)
    {
        foreach (var fork in _forks ??= Find())
        {
            if (fork.Ordinal >= block.Ordinal)
            {
                yield break;
            }

            if (!_ways.TryGetValue(fork.Ordinal, out var ways))
            {
                _ways[fork.Ordinal] = ways = WaysFrom(_graph, fork);
            }

            if (ways.Taken.Contains(block.Ordinal) != ways.Other.Contains(block.Ordinal))
            {
                yield return new Branch($"{_scope}fork{fork.Ordinal}", ways.Taken.Contains(block.Ordinal));
            }
        }
    }

    private List<BasicBlock> Find() => SymbolicId.IsMadeInLoop(_scope) ? [] : [.. _graph.Blocks.Where(block => block.ConditionKind != ControlFlowConditionKind.None && !_loops.Contain(block)).Take(Budget.Forks)];

    /// <summary>The blocks on either way from <paramref name="fork"/>, without the branches that start a loop over: what comes in the next iteration depends on more than this. Those behind <paramref name="last"/> are not looked for.</summary>
    public static (HashSet<int> Taken, HashSet<int> Other) WaysFrom(ControlFlowGraph graph, BasicBlock fork, int last = int.MaxValue) =>
        (ReachableFrom(graph, fork, fork.ConditionalSuccessor?.Destination, last), ReachableFrom(graph, fork, fork.FallThroughSuccessor?.Destination, last));

    private static HashSet<int> ReachableFrom(ControlFlowGraph graph, BasicBlock from, BasicBlock? start, int last)
    {
        var reached = new HashSet<int>();
        var waiting = new Stack<int>();
        if (start is not null && start.Ordinal > from.Ordinal && start.Ordinal <= last)
        {
            waiting.Push(start.Ordinal);
        }

        while (waiting.Count > 0)
        {
            var block = graph.Blocks[waiting.Pop()];
            if (!reached.Add(block.Ordinal))
            {
                continue;
            }

            foreach (var next in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }.Select(branch => branch?.Destination))
            {
                if (next is not null && next.Ordinal > block.Ordinal && next.Ordinal <= last)
                {
                    waiting.Push(next.Ordinal);
                }
            }
        }

        return reached;
    }
}
