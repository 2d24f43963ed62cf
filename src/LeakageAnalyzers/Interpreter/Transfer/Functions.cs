using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Delegates.</summary>
internal static class Functions
{
    public static AbstractValue Delegate(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((IDelegateCreationOperation)operation).Target);

    public static AbstractValue Method(Evaluator evaluator, IOperation operation)
    {
        var reference = (IMethodReferenceOperation)operation;
        return new FunctionValue(reference.Method, null, null, reference.Instance is null ? evaluator.Activation.Instance : evaluator.Evaluate(reference.Instance));
    }

    /// <summary>Every operation of a body; those of lambdas in it stand in graphs of their own.</summary>
    public static IEnumerable<IOperation> OperationsOf(ControlFlowGraph graph) => graph.Blocks.SelectMany(OperationsOf);

    /// <summary>Every operation of a body and of the lambdas in it.</summary>
    public static IEnumerable<IOperation> OperationsWithin(ControlFlowGraph graph) => OperationsOf(graph)
        .SelectMany(operation => operation is IFlowAnonymousFunctionOperation lambda ? OperationsWithin(graph.GetAnonymousFunctionControlFlowGraph(lambda)) : [operation]);

    /// <summary>Those of <paramref name="block"/>.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) => block.Operations
        .Concat(block.BranchValue is null ? [] : [block.BranchValue])
        .SelectMany(operation => operation.DescendantsAndSelf());

    public static AbstractValue Lambda(Evaluator evaluator, IOperation operation)
    {
        var lambda = (IFlowAnonymousFunctionOperation)operation;
        evaluator.Activation.MakesFunctions = true;
        return Closures.Made(new FunctionValue(lambda.Symbol, lambda, evaluator.Activation.Graph, evaluator.Activation.Instance), evaluator.Activation, evaluator.State);
    }
}
