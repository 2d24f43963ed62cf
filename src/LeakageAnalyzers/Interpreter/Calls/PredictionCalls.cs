using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Rows that a prediction engine scores one by one.</summary>
internal static class PredictionCalls
{
    /// <summary>What a model says of one row: a value of that row, scored.</summary>
    public static AbstractValue Predict(LibraryCall call) =>
        call.Instance is TransformerValue engine && call.Arguments.All.Select(argument => RowPart.In(argument.Value)).FirstOrDefault(part => part is not null) is { } row
            ? call.Evaluator.Unknown(call.Operation, "what a model says of a row") with { Part = row with { Rows = By(engine, row.Rows), Column = null } }
            : call.Unknown("what a model says of a row that is not known");

    /// <summary><paramref name="rows"/> after <paramref name="mapping"/> has put what an engine says of each of them into them.</summary>
    public static RowSet Scored(Evaluator evaluator, RowSet rows, AbstractValue? mapping)
    {
        if (mapping is not FunctionValue { Body: not null, Method.Parameters: [var row, ..] } function)
        {
            return rows;
        }

        return function.Operations.OfType<IInvocationOperation>()
            .Where(call => Catalog.Find(call.TargetMethod)?.Kind == CallKind.Predict && call.Arguments.Any(argument => IsOf(argument.Value, row)))
            .Select(call => PassThrough.Unconverted(call.Instance!) is ILocalReferenceOperation engine ? evaluator.State.Local(engine.Local) : null)
            .OfType<TransformerValue>()
            .Distinct()
            .Aggregate(rows, (scored, engine) => By(engine, scored));
    }

    private static bool IsOf(IOperation operation, IParameterSymbol row) =>
        PassThrough.Unconverted(operation) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, row);

    private static RowSet By(TransformerValue engine, RowSet rows) => engine.Models.Aggregate(rows, (scored, model) => scored.TransformedBy(model));
}
