using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that put rows in another order.</summary>
internal static class Orders
{
    /// <summary>A new order: the same one for the same key or the same seed, else one of its own.</summary>
    public static AbstractValue Order(LibraryCall call)
    {
        var key = call.Arguments["keySelector"] as FunctionValue;
        if (key?.Body is { } selector && !IsRandom(key))
        {
            return RowCalls.Cut(call, rows => rows.InOrder(RowPath.SortedBy($"{call.Method.Name} {selector.Syntax} of {rows.OrderId}")));
        }

        if (key is null && call.Arguments["seed"] is ConstantValue { Value: not null } seed)
        {
            return RowCalls.Cut(call, rows => rows.InOrder($"{call.Method.Name}({seed.Identity}) of {rows.OrderId}"));
        }

        return RowCalls.Cut(call, rows => rows.InOrder(call.Row.IsSort && !(key is not null && IsRandom(key)) ? RowPath.SortedBy(call.Site) : call.Site));
    }

    /// <summary>The rows at the positions that <paramref name="positions"/> are: the same cuts, made of the rows that the selector picks from.</summary>
    public static RowSet Picked(LibraryCall call, RowSet positions)
    {
        if (call.Arguments["selector"] is not FunctionValue { Body: not null } selector
            || PickedFrom(call.Evaluator, selector) is not { } source
            || positions.Provenance is not SymbolicRows { Paths: { Count: 1 } paths })
        {
            return positions;
        }

        var provenance = paths[0].Steps.Aggregate((SymbolicRows)source.Provenance, (rows, step) => rows.Then(step)).InOrder(paths[0].Order);
        return source with { Provenance = provenance, Cut = positions.Cut };
    }

    // Of the form position => rows[position].
    private static RowSet? PickedFrom(Evaluator evaluator, FunctionValue selector)
    {
        var result = selector.Graph!.GetAnonymousFunctionControlFlowGraph(selector.Body!).Blocks.Select(block => block.BranchValue).FirstOrDefault(value => value is not null);
        var collection = result switch
        {
            IArrayElementReferenceOperation { Indices: [IParameterReferenceOperation] } element => element.ArrayReference,
            IPropertyReferenceOperation { Arguments: [{ Value: IParameterReferenceOperation }] } element => element.Instance,
            _ => null,
        };
        return collection is not null && evaluator.Evaluate(collection) is var rows and (RowsValue or UnknownValue) ? LibraryCall.RowsOf(collection, rows) : null;
    }

    private static bool IsRandom(FunctionValue function) => function.Body is not null
        && function.Graph!.GetAnonymousFunctionControlFlowGraph(function.Body).Blocks
            .SelectMany(block => block.Operations.Concat(block.BranchValue is null ? [] : [block.BranchValue]))
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Any(operation => operation is IInvocationOperation call && Catalog.IsRandom(call.TargetMethod));
}
