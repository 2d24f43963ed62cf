using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What conditions on rows depend on.</summary>
internal static class Predicates
{
    /// <summary>Whether <paramref name="predicate"/> reads nothing but the row it is given, so that it keeps the same rows wherever it stands.</summary>
    public static bool IsOfItsRowAlone(FunctionValue? predicate) => predicate is { Body: not null, Method.Parameters.Length: 1 } && predicate.Operations.All(operation => operation switch
    {
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, predicate.Method),
        ILocalReferenceOperation or IInstanceReferenceOperation or IInvocationOperation or IFlowAnonymousFunctionOperation => false,
        IMemberReferenceOperation member => member.Instance is not null || member.ConstantValue.HasValue,
        _ => true,
    });

    /// <summary>The rows that <paramref name="predicate"/> keeps all others than, as <c>visit => !train.Contains(visit)</c> does; null where it is another condition.</summary>
    public static RowsValue? NotAmong(Evaluator evaluator, FunctionValue? predicate) => predicate is { Body: not null, Method.Parameters: [var row] }
        && predicate.Result is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { Instance: { } rows, Arguments: [{ Value: var item }] } asked }
        && Catalog.AnswerForNew(asked.TargetMethod) == false && SymbolEqualityComparer.Default.Equals(Accumulations.VariableOf(PassThrough.Unconverted(item)), row)
            ? evaluator.Trial().Evaluate(rows) as RowsValue
            : null;

    /// <summary>Whether <paramref name="predicate"/> reads other rows than the one it is given.</summary>
    public static bool ReadsOtherRows(Evaluator evaluator, FunctionValue? predicate) => predicate is { Body: not null } && predicate.Operations.Any(operation => operation switch
    {
        ILocalReferenceOperation local => MayBeRows(evaluator, local, evaluator.State.Local(local.Local)),
        IParameterReferenceOperation parameter => !SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, predicate.Method) && MayBeRows(evaluator, parameter, evaluator.State.Local(parameter.Parameter)),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: null or IInstanceReferenceOperation } member =>
            MemberReferences.OwnerId(member.Member, member.Instance is null ? null : predicate.Instance) is { } owner && MayBeRows(evaluator, member, evaluator.State.Member(owner, member.Member.Name)),
        _ => false,
    });

    // Collections whose items are known are lists of names and numbers.
    private static bool MayBeRows(Evaluator evaluator, IOperation operation, AbstractValue? value) => value is RowsValue
        || (Collections.ItemsOf(evaluator, value) is not SequenceValue && operation.Type is { SpecialType: not SpecialType.System_String } type && type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>The part that <paramref name="predicate"/> alone leaves out, by its index: <c>(_, i) => i != left</c>; null where it is another condition.</summary>
    public static AbstractValue? LeavesOut(Evaluator evaluator, FunctionValue? predicate)
    {
        if (predicate is not { Body: not null, Method.Parameters: [_, var index] } || predicate.Operations.OfType<IBinaryOperation>().ToList() is not [{ OperatorKind: BinaryOperatorKind.NotEquals } condition])
        {
            return null;
        }

        return IsIndex(condition.LeftOperand) ? evaluator.Evaluate(condition.RightOperand) : IsIndex(condition.RightOperand) ? evaluator.Evaluate(condition.LeftOperand) : null;

        bool IsIndex(IOperation operation) => operation is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter, index);
    }
}
