namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The loops of a graph: blocks are numbered in order, so a branch to an earlier block starts a loop over.</summary>
internal sealed class Loops
{
    private static readonly List<(int Head, int Last)> None = [];

    // Most bodies have no loop.
    private readonly List<(int Head, int Last)> _loops = None;
    private readonly HashSet<int>? _deciding;
    private readonly Dictionary<int, (string Name, string Tag)>? _names;
    private readonly string _scope;

    /// <param name="graph">The graph.</param>
    /// <param name="scope">Tells the loops of two activations of one body apart.</param>
    public Loops(ControlFlowGraph graph, string scope)
    {
        _scope = scope;
        foreach (var block in graph.Blocks)
        {
            var last = -1;
            foreach (var branch in block.Predecessors)
            {
                last = Math.Max(last, branch.Source.Ordinal);
            }

            if (last >= block.Ordinal)
            {
                _names ??= [];
                _loops = _loops == None ? [] : _loops;
                _loops.Add((block.Ordinal, last));
                if (OnlyDecides(block))
                {
                    (_deciding ??= []).Add(block.Ordinal);
                }
            }
        }
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => _loops.Count > 0;

    /// <summary>The tags that ids made in <paramref name="block"/> bear, outermost loop first.</summary>
    public string TagsAt(BasicBlock block) => Any ? string.Concat(Around(block).Select(loop => loop.Tag)) : "";

    /// <summary>Whether a loop begins at the block of <paramref name="ordinal"/>.</summary>
    public bool BeginAt(int ordinal) => _loops.Exists(loop => loop.Head == ordinal);

    /// <summary>Whether <paramref name="block"/> is in a loop.</summary>
    public bool Contain(BasicBlock block) => Any && IsIn(block.Ordinal, null);

    /// <summary>The loops around <paramref name="block"/>: the tag that ids made in it bear, its first and its last block.</summary>
    public IEnumerable<(string Tag, int Head, int Last)> Around(BasicBlock block) =>
        _loops.Where(loop => loop.Head <= block.Ordinal && block.Ordinal <= loop.Last).Select(loop => (Names(loop.Head).Tag, loop.Head, loop.Last));

    /// <summary>The last block from which there is a way back to <paramref name="block"/> that does not leave the blocks behind <paramref name="first"/>; itself where there is none.</summary>
    public int EndAround(int block, int first)
    {
        var end = block;
        while (_loops.FindIndex(loop => first <= loop.Head && loop.Head <= end && end < loop.Last) is >= 0 and var around)
        {
            end = _loops[around].Last;
        }

        return end;
    }

    /// <summary>
    /// The loop that the branch from <paramref name="source"/> to <paramref name="target"/> starts over, or null. Where the head does nothing but decide, another iteration starts behind it: what the last
    /// one made keeps its name once the loop is left.
    /// </summary>
    public string? StartedOverBy(BasicBlock source, BasicBlock target) =>
        source.Ordinal >= target.Ordinal ? (Decides(target) ? null : Names(target.Ordinal).Name)
        : Decides(source) && IsIn(target.Ordinal, source.Ordinal) ? Names(source.Ordinal).Name
        : null;

    private bool Decides(BasicBlock head) => _deciding?.Contains(head.Ordinal) == true;

    // In any loop, or in that which begins at the head.
    private bool IsIn(int block, int? head)
    {
        foreach (var loop in _loops)
        {
            if (loop.Head <= block && block <= loop.Last && (head is null || loop.Head == head))
            {
                return true;
            }
        }

        return false;
    }

    // It makes nothing that would have to be told apart from what the iteration before it made.
    private static bool OnlyDecides(BasicBlock head) => head is { ConditionKind: not ControlFlowConditionKind.None, Operations.IsEmpty: true, BranchValue: { } condition }
        && condition.DescendantsAndSelf().All(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInstanceReferenceOperation
            or ILiteralOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IFlowCaptureReferenceOperation or IAwaitOperation
            or IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Arguments.IsEmpty: true });

    private (string Name, string Tag) Names(int head)
    {
        if (!_names!.TryGetValue(head, out var names))
        {
            var name = SymbolicId.LoopName($"{_scope}loop{head}");
            _names[head] = names = (name, SymbolicId.LoopTag(name));
        }

        return names;
    }
}
