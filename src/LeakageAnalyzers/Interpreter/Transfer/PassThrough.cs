using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Operations whose value is that of their operand.</summary>
internal static class PassThrough
{
    /// <summary><paramref name="operation"/> without the conversions that the compiler puts around it.</summary>
    public static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : operation;

    public static AbstractValue ExpressionStatement(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((IExpressionStatementOperation)operation).Operation);

    public static AbstractValue Conversion(Evaluator evaluator, IOperation operation)
    {
        var conversion = (IConversionOperation)operation;
        var value = evaluator.Evaluate(conversion.Operand);
        return conversion.OperatorMethod is not { ContainingType: { } type } || Catalog.KeepsValue(type) ? value
            : SourceCalls.TryFollowOperator(evaluator, operation, conversion.OperatorMethod, value) ?? evaluator.Unknown(operation, "a user-defined conversion");
    }

    public static AbstractValue Parenthesized(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((IParenthesizedOperation)operation).Operand);

    public static AbstractValue Query(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((ITranslatedQueryOperation)operation).Operation);

    public static AbstractValue TypeOf(Evaluator evaluator, IOperation operation) => new TypeValue(((ITypeOfOperation)operation).TypeOperand);

    public static AbstractValue Await(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((IAwaitOperation)operation).Operation);

    // The default of a reference and of a nullable value is null, and Roslyn folds only the former; the default of a split has nothing in it.
    public static AbstractValue Default(Evaluator evaluator, IOperation operation) => DefaultOf(operation.Type) ?? evaluator.Unknown(operation, "a default value");

    private static AbstractValue? DefaultOf(ITypeSymbol? type)
    {
        if (type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || MlTypes.IsOfInterest(type))
        {
            return ConstantValue.Null;
        }

        var items = type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(element => DefaultOf(element.Type)).ToList() : [];
        return items.Count > 0 && !items.Contains(null) ? Collections.Sequence(items!) : null;
    }

    public static AbstractValue Argument(Evaluator evaluator, IOperation operation) =>
        evaluator.Evaluate(((IArgumentOperation)operation).Value);
}
