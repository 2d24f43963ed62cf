using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Constants computed from constants, as far as branches, counts and names depend on them.</summary>
internal static class Arithmetic
{
    // An enum looks its names up at each call.
    private static readonly string[] OperatorNames = Enumerable.Range(0, Enum.GetValues(typeof(BinaryOperatorKind)).Cast<int>().Max() + 1).Select(kind => ((BinaryOperatorKind)kind).ToString()).ToArray();

    public static AbstractValue Binary(Evaluator evaluator, IOperation operation)
    {
        var binary = (IBinaryOperation)operation;
        var left = evaluator.Evaluate(binary.LeftOperand);
        var right = evaluator.Evaluate(binary.RightOperand);
        return (binary.OperatorMethod is { } own ? SourceCalls.TryFollowOperator(evaluator, operation, own, left, right) : null)
            ?? Compute(binary.OperatorKind, left, right)
            ?? OfIdentities(evaluator, binary.OperatorKind, left, right)
            ?? Comparisons.OfOperator(evaluator, binary, left, right)
            ?? Spreads.OfOperator(evaluator, binary, left, right)
            ?? evaluator.Statistic(operation, left, right)
            ?? (AbstractValue)new UnknownValue("a computed value", NameOf(left.Identity, binary.OperatorKind, right.Identity)) { Part = RowPart.Of(left, right) };
    }

    /// <summary>Names what an operator computes of two values; before <see cref="SymbolicId.Shorten"/>.</summary>
    public static string NameOf(string left, BinaryOperatorKind kind, string right) => $"({left} {OperatorNames[(int)kind]} {right})";

    public static AbstractValue Unary(Evaluator evaluator, IOperation operation)
    {
        var unary = (IUnaryOperation)operation;
        var value = evaluator.Evaluate(unary.Operand);
        if (unary.OperatorMethod is { } own && SourceCalls.TryFollowOperator(evaluator, operation, own, value) is { } followed)
        {
            return followed;
        }

        return (unary.OperatorKind, (value as ConstantValue)?.Value) switch
        {
            (UnaryOperatorKind.Not, bool truth) => new ConstantValue(!truth),
            (UnaryOperatorKind.Minus, int number) => new ConstantValue(-number),
            _ when value is ComparedValue => value,
            _ when unary.OperatorKind == UnaryOperatorKind.Hat => new FromEndValue(value),
            _ => evaluator.Statistic(operation, value)
                ?? (AbstractValue)new UnknownValue("a computed value", $"({unary.OperatorKind} {value.Identity})") { Part = RowPart.Of(value) },
        };
    }

    public static AbstractValue Range(Evaluator evaluator, IOperation operation)
    {
        var range = (IRangeOperation)operation;
        var start = range.LeftOperand is null ? Bound.Zero : BoundOf(evaluator.Evaluate(range.LeftOperand));
        return new RangeValue(start, range.RightOperand is null ? null : BoundOf(evaluator.Evaluate(range.RightOperand)));
    }

    private static Bound BoundOf(AbstractValue value) => value is ConstantValue { Number: { } number } ? new Bound(number, null) : new Bound(null, value.Identity);

    public static AbstractValue IsNull(Evaluator evaluator, IOperation operation) => evaluator.Evaluate(((IIsNullOperation)operation).Operand) switch
    {
        ConstantValue constant => new ConstantValue(constant.Value is null),
        var unset when IsFoundEmpty(evaluator, unset) => new ConstantValue(true),
        UnknownValue => evaluator.Unknown(operation, "whether it is null"),
        _ => new ConstantValue(false),
    };

    /// <summary>Whether who asks for <paramref name="value"/> finds nothing there the first time: a cache is filled then.</summary>
    public static bool IsFoundEmpty(Evaluator evaluator, AbstractValue value)
    {
        if (value is not UnknownValue { IsUnset: true } unset)
        {
            return false;
        }

        evaluator.Engine.Accesses.NoteEmpty(unset);
        return true;
    }

    public static AbstractValue InterpolatedString(Evaluator evaluator, IOperation operation)
    {
        var parts = ((IInterpolatedStringOperation)operation).Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation text => evaluator.Evaluate(text.Text),
            IInterpolationOperation { FormatString: null, Alignment: null } hole => evaluator.Evaluate(hole.Expression),
            IInterpolationOperation hole when evaluator.Evaluate(hole.Expression) is StatisticValue statistic => statistic,
            _ => evaluator.EvaluateOperands(part),
        }).ToList();
        Reports.OfText(evaluator, operation, parts);
        return parts.TrueForAll(part => part is ConstantValue)
            ? new ConstantValue(string.Concat(parts.Select(part => ((ConstantValue)part).Value)))
            : (!parts.Exists(Measures.MayBeBehind) ? evaluator.Statistic(operation, [.. parts]) : null)
            ?? (AbstractValue)new UnknownValue("a text made of unknown parts", "$(" + string.Join("+", parts.Select(part => part.Identity)) + ")");
    }

    /// <summary>The constant result, or null.</summary>
    public static AbstractValue? Compute(BinaryOperatorKind kind, AbstractValue left, AbstractValue right)
    {
        var result = ((left as ConstantValue)?.Value, (right as ConstantValue)?.Value) switch
        {
            (int a, int b) => OfNumbers(kind, a, b),
            (string a, string b) => OfTexts(kind, a, b),
            (bool a, bool b) => OfTruths(kind, a, b),
            _ => null,
        };
        return result is null ? null : new ConstantValue(result);
    }

    private static ConstantValue? OfIdentities(Evaluator evaluator, BinaryOperatorKind kind, AbstractValue left, AbstractValue right) => (kind, left, right) switch
    {
        (BinaryOperatorKind.Equals, _, ConstantValue { Value: null }) => IsNull(evaluator, left),
        (BinaryOperatorKind.NotEquals, _, ConstantValue { Value: null }) => IsNull(evaluator, left) is { } isNull ? new ConstantValue(isNull.Value is false) : null,
        (BinaryOperatorKind.Equals, TypeValue, TypeValue) => new ConstantValue(left.Equals(right)),
        (BinaryOperatorKind.NotEquals, TypeValue, TypeValue) => new ConstantValue(!left.Equals(right)),
        _ => null,
    };

    // Null where it is not known.
    private static ConstantValue? IsNull(Evaluator evaluator, AbstractValue value) => value switch
    {
        ConstantValue constant => new ConstantValue(constant.Value is null),
        _ when IsFoundEmpty(evaluator, value) => new ConstantValue(true),
        RowsValue or EstimatorValue or TransformerValue or SplitValue or ContextValue or ObjectValue => new ConstantValue(false),
        _ => null,
    };

    private static object? OfNumbers(BinaryOperatorKind kind, int a, int b) => kind switch
    {
        BinaryOperatorKind.Add => unchecked(a + b),
        BinaryOperatorKind.Subtract => unchecked(a - b),
        BinaryOperatorKind.Multiply => unchecked(a * b),
        BinaryOperatorKind.Divide when b is not (0 or -1) => a / b,
        BinaryOperatorKind.Remainder when b is not (0 or -1) => a % b,
        BinaryOperatorKind.LessThan => a < b,
        BinaryOperatorKind.LessThanOrEqual => a <= b,
        BinaryOperatorKind.GreaterThan => a > b,
        BinaryOperatorKind.GreaterThanOrEqual => a >= b,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        _ => null,
    };

    private static object? OfTexts(BinaryOperatorKind kind, string a, string b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        _ => null,
    };

    private static object? OfTruths(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => a && b,
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => a || b,
        _ => null,
    };
}
