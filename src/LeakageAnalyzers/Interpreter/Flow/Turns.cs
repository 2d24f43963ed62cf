using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The turns of loops over items that are all known, each of which is a state of its own.</summary>
internal static class Turns
{
    /// <summary>Which evaluations the loops around <paramref name="block"/> come to in one turn only, where the walks over it are in these <paramref name="states"/>.</summary>
    public static IEnumerable<WorkflowEvent> EvaluatedInOne(ControlFlowGraph graph, Loops loops, BasicBlock block, List<Arrival> states) =>
        from loop in loops.Around(block)
        where graph.Blocks[loop.Head].BranchValue is IInvocationOperation { TargetMethod.Name: "MoveNext", Instance: IFlowCaptureReferenceOperation }
        let walk = ((IFlowCaptureReferenceOperation)((IInvocationOperation)graph.Blocks[loop.Head].BranchValue!).Instance!).Id
        from evaluation in states.SelectMany(state => state.Events!.OfType<Evaluated>().Select(evaluated => (evaluated.Place, Turn: TurnOf(state.State, walk)))).GroupBy(evaluated => evaluated.Place)
        where evaluation.Select(evaluated => evaluated.Turn).Distinct().ToList() is [not null]
        select new EvaluatedInOneTurn(evaluation.Key, loop.Tag);

    private static int? TurnOf(State state, CaptureId walk) => state.Capture(walk) is EnumeratorValue { Source: SequenceValue { Items.Count: > 1 }, Position: var turn } ? turn : null;
}
