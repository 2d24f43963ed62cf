using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>What depends on a comparison: looks at what is done only where it ends one way.</summary>
internal static class Decisions
{
    /// <summary>Notes what the branch of <paramref name="block"/> on <paramref name="compared"/> decides, if anything.</summary>
    public static void Emit(Evaluator evaluator, BasicBlock block, ComparedValue compared)
    {
        if (!IsAssertion(block) && Of(evaluator.Activation.Graph, block) is { } decision)
        {
            evaluator.Emit(new Chosen(compared.Place, compared.Measurements, decision));
        }
    }

    // Where one way throws, no other candidate goes on.
    private static bool IsAssertion(BasicBlock block) => Throws(block.ConditionalSuccessor) || Throws(block.FallThroughSuccessor);

    private static bool Throws(ControlFlowBranch? branch) =>
        branch?.Destination is { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow };

    private static Decision? Of(ControlFlowGraph graph, BasicBlock block)
    {
        var (dependent, other) = Forks.WaysFrom(graph, block);
        dependent.SymmetricExceptWith(other);
        var decisions = dependent.SelectMany(ordinal => In(graph.Blocks[ordinal], dependent)).ToList();
        return decisions.Contains(Decision.Candidate) ? Decision.Candidate
            : decisions.Count > 0 ? Decision.Claim
            : null;
    }

    private static IEnumerable<Decision> In(BasicBlock block, HashSet<int> dependent)
    {
        var returned = block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return ? block.BranchValue : null;
        return block.Operations.SelectMany(operation => operation.DescendantsAndSelf()).Select(operation => operation switch
        {
            ISimpleAssignmentOperation assignment when !IsLocalTo(assignment.Target, block, dependent) => OfValue(assignment.Value),
            IDeconstructionAssignmentOperation assignment => Decision.Candidate,
            IFlowCaptureOperation capture => OfValue(capture.Value),
            IInvocationOperation call => OfCall(call),
            _ => null,
        }).Append(returned is null ? null : OfValue(returned)).OfType<Decision>();
    }

    // Texts only say something; counters and flags that start over say nothing of a candidate.
    private static Decision? OfValue(IOperation value) => PassThrough.Unconverted(value) switch
    {
        { ConstantValue: { HasValue: true, Value: string } } or IInterpolatedStringOperation => Decision.Claim,
        { ConstantValue.HasValue: true } => null,
        { Type.SpecialType: SpecialType.System_Boolean } => null,
        _ => Decision.Candidate,
    };

    private static Decision? OfCall(IInvocationOperation call)
    {
        if (call.Arguments.Select(argument => PassThrough.Unconverted(argument.Value).Type).Append(call.Instance?.Type).Any(type => MlTypes.IsTransformer(type) || MlTypes.IsEstimator(type)))
        {
            return Decision.Candidate;
        }

        return call.Parent is IExpressionStatementOperation && call.Arguments.Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_String) ? Decision.Claim : null;
    }

    // A variable of the branch itself is gone after it.
    private static bool IsLocalTo(IOperation target, BasicBlock block, HashSet<int> dependent)
    {
        if (target is not ILocalReferenceOperation { Local: var local })
        {
            return false;
        }

        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1).All(dependent.Contains);
            }
        }

        return false;
    }
}
