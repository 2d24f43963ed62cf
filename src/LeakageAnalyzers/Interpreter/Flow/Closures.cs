using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Lambdas that leave the body that they stand in: returned, or left in a member. They take the variables of it with them.</summary>
internal static class Closures
{
    /// <summary><paramref name="value"/> as it leaves <paramref name="activation"/> in <paramref name="state"/>.</summary>
    public static AbstractValue Of(AbstractValue value, Activation activation, State state) => value switch
    {
        FunctionValue { Body: { } body, HasLeft: false } function when ReferenceEquals(function.Graph, activation.Graph) => function with
        {
            Captured = EquatableList<CapturedVariable>.From(function.Captured.Concat(Captured(state, activation.Graph.GetAnonymousFunctionControlFlowGraph(body))
                .Where(variable => !IsOfLoop(activation, variable.Variable))).Distinct()),
            HasLeft = true,
        },
        SequenceValue sequence when sequence.Items.Any(item => item is FunctionValue or SequenceValue) =>
            new SequenceValue(EquatableList<AbstractValue>.From(sequence.Items.Select(item => Of(item, activation, state)))),
        _ => value,
    };

    /// <summary><paramref name="lambda"/> as <paramref name="activation"/> makes it in <paramref name="state"/>: what belongs to the iteration of a loop, and is set once in it, comes with it.</summary>
    public static FunctionValue Made(FunctionValue lambda, Activation activation, State state) => !activation.Frame.Loops.Any ? lambda : lambda with
    {
        Captured = EquatableList<CapturedVariable>.From(Captured(state, activation.Graph.GetAnonymousFunctionControlFlowGraph(lambda.Body!))
            .Where(variable => IsOfLoop(activation, variable.Variable) && IsSetOnce(activation.Graph, variable.Variable)).Distinct().Select(variable => variable with { IsOfIteration = true })),
    };

    private static IEnumerable<CapturedVariable> Captured(State state, ControlFlowGraph lambda)
    {
        foreach (var operation in Functions.OperationsOf(lambda))
        {
            switch (operation)
            {
                case IFlowAnonymousFunctionOperation inner:
                    foreach (var captured in Captured(state, lambda.GetAnonymousFunctionControlFlowGraph(inner)))
                    {
                        yield return captured;
                    }

                    break;
                case ILocalReferenceOperation { Local: var local } when !IsWritten(operation) && state.Local(local) is { } value:
                    yield return new CapturedVariable(local, value);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when !IsWritten(operation) && state.Local(parameter) is { } value:
                    yield return new CapturedVariable(parameter, value);
                    break;
            }
        }
    }

    // What the lambda itself writes is another value at each call.
    private static bool IsWritten(IOperation reference) => reference.Parent is IAssignmentOperation assignment ? assignment.Target == reference
        : reference.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    private static bool IsSetOnce(ControlFlowGraph graph, ISymbol variable) => Functions.OperationsOf(graph)
        .Count(operation => operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable) && IsWritten(local)) == 1;

    // Each iteration has variables of its own, of which the state at the end knows the last.
    private static bool IsOfLoop(Activation activation, ISymbol variable) =>
        variable is ILocalSymbol local && RegionOf(activation.Graph.Root, local) is { } region && activation.Frame.TagsAt(activation.Graph.Blocks[region.FirstBlockOrdinal]).Length > 0;

    private static ControlFlowRegion? RegionOf(ControlFlowRegion region, ILocalSymbol local) => region.Locals.Contains(local, SymbolEqualityComparer.Default)
        ? region
        : region.NestedRegions.Select(nested => RegionOf(nested, local)).FirstOrDefault(found => found is not null);
}
