namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What a program asks before it comes to a block.</summary>
internal static class Conditions
{
    /// <summary>The conditions on the only way to <paramref name="block"/>, the nearest first: the block that asks, what it asks, and whether that holds on the way.</summary>
    public static IEnumerable<(BasicBlock Block, IOperation Asked, bool Holds)> Before(BasicBlock? block)
    {
        while (block is { Predecessors: [var way] })
        {
            block = way.Source;
            if (block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } asked })
            {
                yield return (block, asked, way.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));
            }
        }
    }

    /// <summary>What <paramref name="block"/> sets <paramref name="local"/> to last; null where it does not.</summary>
    public static IOperation? LastSet(BasicBlock block, ILocalSymbol local) => block.Operations.OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(set => set.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))?.Value;
}
