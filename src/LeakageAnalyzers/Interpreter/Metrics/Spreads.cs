using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>How far scores lie apart, computed by hand: the value is followed from the difference or the share that it starts with to the root that ends it.</summary>
internal static class Spreads
{
    /// <summary>A difference of scores of one kind, or a number made of scores in the share of one row; null for any other operation.</summary>
    public static AbstractValue? OfOperator(Evaluator evaluator, IBinaryOperation operation, AbstractValue left, AbstractValue right)
    {
        var isDeviation = operation.OperatorKind switch
        {
            BinaryOperatorKind.Subtract => left is MeasuredValue && right is MeasuredValue,
            BinaryOperatorKind.Divide => left is MeasuredValue && MayBeCount(operation.RightOperand, right),
            _ => false,
        };
        return isDeviation
            ? new MeasuredValue(evaluator.Unknown(operation, "a deviation").Name, EquatableList<Measurement>.From(Measures.In(left).Concat(Measures.In(right)).Select(measurement => measurement with { IsDeviation = true }).Distinct()))
            : null;
    }

    /// <summary>Notes that a standard deviation, a quantile or their like of metrics is computed, or the root of what makes one.</summary>
    public static void OfCall(Evaluator evaluator, IInvocationOperation invocation, Arguments arguments)
    {
        var isSpread = Catalog.IsSpread(invocation.TargetMethod);
        if (!evaluator.IsEmitting || !(isSpread || Catalog.IsRoot(invocation.TargetMethod)))
        {
            return;
        }

        var measurements = arguments.All.SelectMany(argument => Measures.In(argument.Value, evaluator.State)).ToList();
        if (isSpread || measurements.Exists(measurement => measurement.IsDeviation))
        {
            foreach (var measurement in measurements)
            {
                evaluator.Emit(new MetricRead(Places.Of(invocation), measurement, EvaluationAspects.Interval));
            }
        }
    }

    // Half of a sum is no share of rows.
    private static bool MayBeCount(IOperation operand, AbstractValue value) => Unconverted(operand).Type?.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 => true,
        _ => value is not (MeasuredValue or ConstantValue),
    };

    private static IOperation Unconverted(IOperation operand) => operand is IConversionOperation conversion ? Unconverted(conversion.Operand) : operand;
}
