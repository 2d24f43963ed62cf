using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Metrics that leave the program.</summary>
internal static class Reports
{
    /// <summary>A call that is made for its effect, of code that is not followed, with metrics among its operands: printing, logging, writing.</summary>
    public static void OfCall(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        if (IsMadeForItsEffect(invocation))
        {
            // The truth of an assertion is not the metric.
            var given = arguments.All.Where(argument => argument.Value is not ComparedValue).Select(argument => argument.Value);
            Emit(evaluator, invocation, given.Append(instance).SelectMany(value => Measures.In(value, evaluator.State)));
        }
    }

    /// <summary>A member of code that is not followed is set, such as the text of a label.</summary>
    public static void OfAssignment(Evaluator evaluator, IMemberReferenceOperation target, AbstractValue value)
    {
        if (target.Member.DeclaringSyntaxReferences.IsEmpty)
        {
            Emit(evaluator, target, Measures.In(value, evaluator.State));
        }
    }

    /// <summary>A value that is read and thrown away: what a notebook shows below a cell stands as one in the program that its cells make.</summary>
    public static void OfShown(Evaluator evaluator, IOperation operation, AbstractValue value) => Emit(evaluator, operation, Measures.In(value, evaluator.State));

    /// <summary>A text of several <paramref name="parts"/>: what is computed of rows and told beside a score, such as the share of the most frequent class, is what a reader compares it with.</summary>
    public static void OfText(Evaluator evaluator, IOperation operation, List<AbstractValue> parts)
    {
        if (evaluator.IsEmitting && parts.Exists(part => part is StatisticValue) && parts.Exists(part => Measures.In(part).Any()))
        {
            evaluator.Emit(new Shown(Places.Shown(evaluator, operation), EvaluationAspects.Baseline));
        }
    }

    /// <summary>What the entry <paramref name="method"/> returns to whoever calls it, by its parameters too.</summary>
    public static IEnumerable<WorkflowEvent> OfReturn(IMethodSymbol method, CallResult result)
    {
        var handed = method.Parameters.Where(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref).Select(parameter => result.State.Local(parameter)).OfType<AbstractValue>();
        var measurements = EquatableList<Measurement>.From(handed.Prepend(result.Value).SelectMany(value => Measures.In(value, result.State)).Distinct());
        return measurements.Count == 0 ? [] : [new Reported(measurements[0].Evaluation.Place, measurements) { IsReturned = true }];
    }

    private static void Emit(Evaluator evaluator, IOperation operation, IEnumerable<Measurement> measurements)
    {
        if (evaluator.IsEmitting && EquatableList<Measurement>.From(measurements.Distinct()) is { Count: > 0 } reported)
        {
            evaluator.Emit(new Reported(Places.Shown(evaluator, operation), reported));
        }
    }

    private static bool IsMadeForItsEffect(IOperation operation) => operation.Parent switch
    {
        IExpressionStatementOperation or null => true,
        IAwaitOperation or IParenthesizedOperation or IConversionOperation => IsMadeForItsEffect(operation.Parent),
        _ => operation.Type?.SpecialType == SpecialType.System_Void,
    };
}
