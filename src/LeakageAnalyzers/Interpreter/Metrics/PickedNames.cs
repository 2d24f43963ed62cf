using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Names of columns that code puts into a list, or takes out of it, one by one as their importance says: what is in the list says the same. Whether a column holds anything is another matter.</summary>
internal static class PickedNames
{
    /// <summary>Notes what the branch of <paramref name="block"/> on <paramref name="statistic"/> picks, if anything.</summary>
    public static void Note(Evaluator evaluator, BasicBlock block, StatisticValue statistic)
    {
        foreach (var list in Of(evaluator.Activation, block).Select(evaluator.Evaluate).OfType<ObjectValue>().Distinct().ToList())
        {
            evaluator.State.Replace(list, statistic);
        }
    }

    private static IEnumerable<IOperation> Of(Activation activation, BasicBlock block)
    {
        var (taken, other) = Forks.WaysFrom(activation.Graph, block);
        var common = new HashSet<int>(taken.Intersect(other));

        // Where one way ends, such as in an exception, the statistic is a condition of all that follows and picks nothing.
        if (IsEnd(block.ConditionalSuccessor, common) || IsEnd(block.FallThroughSuccessor, common))
        {
            return [];
        }

        taken.SymmetricExceptWith(other);
        return activation.Frame.Loops.Contain(block) || common.Any(ordinal => activation.Graph.Blocks[ordinal].Kind != BasicBlockKind.Exit)
            ? taken.SelectMany(ordinal => activation.Graph.Blocks[ordinal].Operations)
                .SelectMany(operation => operation.DescendantsAndSelf())
                .OfType<IInvocationOperation>()
                .Where(call => IsOfNames(call.Instance?.Type) && Catalog.Find(call.TargetMethod) is { Kind: CallKind.AddItem or CallKind.ChangeItems })
                .Select(call => call.Instance!)
                .Where(list => list is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
            : [];
    }

    private static bool IsEnd(ControlFlowBranch? branch, HashSet<int> common) =>
        branch is not { Semantics: ControlFlowBranchSemantics.Regular, Destination: { Kind: not BasicBlockKind.Exit } next }
        || (!common.Contains(next.Ordinal) && next.ConditionKind == ControlFlowConditionKind.None && next.FallThroughSuccessor is not { Semantics: ControlFlowBranchSemantics.Regular, Destination.Kind: not BasicBlockKind.Exit });

    private static bool IsOfNames(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] };
}
