using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that build pipelines and run them.</summary>
internal static class PipelineCalls
{
    public static AbstractValue Step(LibraryCall call)
    {
        TuningCalls.OfStep(call);
        return new EstimatorValue(EquatableList<PipelineStep>.From([StepColumns.StepOf(call)]));
    }

    public static AbstractValue Append(LibraryCall call)
    {
        var operands = call.Operands.Take(2).ToList();
        if (operands.Count < 2)
        {
            return call.Unknown("nothing to append");
        }

        return (operands[0].Value, operands[1].Value) switch
        {
            (TransformerValue first, TransformerValue second) => new TransformerValue(EquatableList<FittedModel>.From(first.Models.Concat(second.Models))),
            (TransformerValue or UnknownValue, TransformerValue or UnknownValue) when MlTypes.IsTransformer(operands[0].Operation.Type) => call.Unknown("a chain with an unknown transformer"),
            _ => new EstimatorValue(EquatableList<PipelineStep>.From(StepsOf(call, operands[0]).Concat(StepsOf(call, operands[1])))),
        };
    }

    public static AbstractValue Fit(LibraryCall call)
    {
        var estimator = call.Operands.FirstOrDefault(operand => operand.Value is EstimatorValue || MlTypes.IsEstimator(operand.Operation.Type));
        if (estimator.Operation is null || call.Rows() is not { } rows)
        {
            return call.Unknown("a fit of unknown rows");
        }

        var steps = EquatableList<PipelineStep>.From(StepsOf(call, estimator, rows));
        var validation = call.Rows(Parameters.ValidationData) ?? steps.Select(step => step.Validation?.Rows).FirstOrDefault(own => own is not null);
        var model = new FittedModel("fit " + call.Site, steps, rows, validation, call.Place);
        call.Evaluator.Emit(new Fitted(call.Place, model));
        TuningCalls.OfFit(call, model);
        return new TransformerValue(EquatableList<FittedModel>.From([model]));
    }

    public static AbstractValue Transform(LibraryCall call)
    {
        if (call.Rows() is not { } rows)
        {
            return call.Unknown("a transform of unknown rows");
        }

        if (call.Operands.Select(operand => operand.Value).OfType<TransformerValue>().FirstOrDefault() is not { } transformer)
        {
            // Who scored these rows is not known; which rows they are is.
            return new RowsValue(rows with { ScoredBy = null, Pooled = EquatableList<RowSet>.Empty, NameBeforeScoring = rows.NameBeforeScoring ?? rows.Name });
        }

        var output = transformer.Models.Aggregate(rows, (current, model) => current.TransformedBy(model));
        call.Evaluator.Engine.Budget.PayForHistory(output.LearnedFrom.Count);
        foreach (var model in transformer.Models)
        {
            call.Evaluator.Emit(new Transformed(call.Place, model, rows, output));
        }

        return new RowsValue(output);
    }

    private static IEnumerable<PipelineStep> StepsOf(LibraryCall call, (IOperation Operation, AbstractValue Value) operand, RowSet? rows = null) => operand.Value switch
    {
        EstimatorValue estimator => estimator.Steps,
        _ => [UserEstimators.StepOf(call, operand, rows) ?? StepColumns.UnknownStep(operand.Operation)],
    };
}
