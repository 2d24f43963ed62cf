using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Metrics of one candidate against those of another. Against a constant they are no comparison: a quality gate chooses nothing.</summary>
internal static class Comparisons
{
    /// <summary>Compares or subtracts; null where that says nothing about two candidates.</summary>
    public static AbstractValue? OfOperator(Evaluator evaluator, IBinaryOperation operation, AbstractValue left, AbstractValue right)
    {
        if (!IsComparison(operation.OperatorKind))
        {
            return null;
        }

        // A sign or a difference against a constant is still the comparison.
        return left as ComparedValue ?? right as ComparedValue ?? Compare(evaluator, operation, left, right);
    }

    /// <summary>A call that compares two numbers or takes the better of them; null where it is another.</summary>
    public static AbstractValue? OfCall(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        if (Catalog.ComparisonOf(invocation.TargetMethod) is not { } meaning)
        {
            return null;
        }

        var operands = arguments.All.Select(argument => argument.Value).ToList();
        if (instance is not null)
        {
            operands.Insert(0, instance);
        }

        if (operands.Count < 2
            || Compare(evaluator, invocation, operands[operands.Count - 2], operands[operands.Count - 1]) is not { } compared)
        {
            return null;
        }

        if (meaning == ComparisonMeaning.Sign)
        {
            return compared;
        }

        Rankings.Choose(evaluator, compared.Place, compared.Measurements, invocation.TargetMethod.Name);
        return new MeasuredValue(compared.Name, compared.Measurements.AsBest());
    }

    /// <summary>The comparison of two values; null where they do not stand for two candidates.</summary>
    private static ComparedValue? Compare(Evaluator evaluator, IOperation operation, AbstractValue left, AbstractValue right)
    {
        if (left is not MeasuredValue { Measurements: var first } || right is not MeasuredValue { Measurements: var second }
            || !first.Any(one => second.Any(one.IsOfAnotherCandidateThan)))
        {
            return null;
        }

        return new ComparedValue("compared " + evaluator.Site(operation), Places.Shown(evaluator, operation), first.Union(second));
    }

    private static bool IsComparison(BinaryOperatorKind kind) => kind is
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Subtract or BinaryOperatorKind.And or BinaryOperatorKind.Or;
}
