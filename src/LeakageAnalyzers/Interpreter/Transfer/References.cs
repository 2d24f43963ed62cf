using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Reading variables.</summary>
internal static class References
{
    public static AbstractValue Local(Evaluator evaluator, IOperation operation)
    {
        var local = ((ILocalReferenceOperation)operation).Local;
        var value = evaluator.State.Local(local);
        return (value is AliasValue alias ? evaluator.State.Local(alias.Variable) : value) ?? new UnknownValue("a local without a value", "local:" + local.Name);
    }

    public static AbstractValue Parameter(Evaluator evaluator, IOperation operation)
    {
        var parameter = ((IParameterReferenceOperation)operation).Parameter;
        return evaluator.State.Local(parameter) ?? OfPrimaryConstructor(evaluator, operation, parameter) ?? OfEntry(parameter);
    }

    public static AbstractValue Capture(Evaluator evaluator, IOperation operation) =>
        evaluator.State.Capture(((IFlowCaptureReferenceOperation)operation).Id) ?? evaluator.Unknown(operation, "a capture without a value");

    public static AbstractValue Instance(Evaluator evaluator, IOperation operation) =>
        evaluator.Activation.Instance ?? evaluator.Unknown(operation, "an instance that is not followed");

    public static AbstractValue ArrayElement(Evaluator evaluator, IOperation operation)
    {
        var reference = (IArrayElementReferenceOperation)operation;
        var array = evaluator.Evaluate(reference.ArrayReference);
        var index = reference.Indices.Select(evaluator.Evaluate).ToList();
        return index.Count == 1 ? Sequences.ItemAt(evaluator, operation, array, index[0]) : evaluator.Unknown(operation, "an array of several dimensions");
    }

    /// <summary>What an entry is given: equal parameters are equal values.</summary>
    public static UnknownValue OfEntry(IParameterSymbol parameter) =>
        new(UnknownValue.ParameterOfEntry, $"parameter:{parameter.ContainingSymbol.ContainingType?.Name}.{parameter.ContainingSymbol.Name}.{parameter.Name}@{parameter.Locations.FirstOrDefault()?.SourceSpan.Start}");

    // Members of a type see the parameters of its primary constructor as if they were fields.
    private static AbstractValue? OfPrimaryConstructor(Evaluator evaluator, IOperation operation, IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && evaluator.Activation.Instance is { } instance && evaluator.Activation.Owner is not IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? MemberReferences.Stored(evaluator, operation, parameter, instance)
            : null;
}
