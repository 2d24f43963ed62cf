using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Reading variables and members.</summary>
internal static class References
{
    public static AbstractValue Local(Evaluator evaluator, IOperation operation)
    {
        var local = ((ILocalReferenceOperation)operation).Local;
        return evaluator.State.Local(local) ?? new UnknownValue("a local without a value", "local:" + local.Name);
    }

    public static AbstractValue Parameter(Evaluator evaluator, IOperation operation)
    {
        var parameter = ((IParameterReferenceOperation)operation).Parameter;
        return evaluator.State.Local(parameter) ?? new UnknownValue("a parameter of an entry", "parameter:" + parameter.Name);
    }

    public static AbstractValue Capture(Evaluator evaluator, IOperation operation) =>
        evaluator.State.Capture(((IFlowCaptureReferenceOperation)operation).Id) ?? evaluator.Unknown(operation, "a capture without a value");

    public static AbstractValue Instance(Evaluator evaluator, IOperation operation) =>
        evaluator.Activation.Instance ?? evaluator.Unknown(operation, "an instance that is not followed");

    public static AbstractValue Field(Evaluator evaluator, IOperation operation)
    {
        var reference = (IFieldReferenceOperation)operation;
        var owner = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        return Member(evaluator, operation, reference.Field, owner);
    }

    public static AbstractValue Property(Evaluator evaluator, IOperation operation)
    {
        var reference = (IPropertyReferenceOperation)operation;
        var owner = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        var index = reference.Arguments.Select(argument => evaluator.Evaluate(argument.Value)).ToList();
        return index.Count == 1
            ? Sequences.ItemAt(evaluator, operation, owner, index[0])
            : Member(evaluator, operation, reference.Property, owner);
    }

    public static AbstractValue ArrayElement(Evaluator evaluator, IOperation operation)
    {
        var reference = (IArrayElementReferenceOperation)operation;
        var array = evaluator.Evaluate(reference.ArrayReference);
        var index = reference.Indices.Select(evaluator.Evaluate).ToList();
        return index.Count == 1 ? Sequences.ItemAt(evaluator, operation, array, index[0]) : evaluator.Unknown(operation, "an array of several dimensions");
    }

    /// <summary>Names the owner of a member in the state's store: an object, or the type of a static member.</summary>
    public static string? OwnerId(ISymbol member, AbstractValue? owner) => owner switch
    {
        null => "static " + member.ContainingType?.Name,
        ObjectValue obj => obj.Id,
        _ => null,
    };

    private static AbstractValue Member(Evaluator evaluator, IOperation operation, ISymbol member, AbstractValue? owner)
    {
        if (Catalog.MeaningOf(member) is { } meaning && Known(evaluator, operation, meaning, owner) is { } known)
        {
            return known;
        }

        if (owner is SequenceValue tuple && member is IFieldSymbol { ContainingType.IsTupleType: true } item)
        {
            var position = item.ContainingType.TupleElements.IndexOf(item) is >= 0 and var named ? named : item.ContainingType.TupleElements.Select(element => element.CorrespondingTupleField).ToList().IndexOf(item);
            return position >= 0 && position < tuple.Items.Count ? tuple.Items[position] : evaluator.Unknown(operation, "a tuple item that is not known");
        }

        if (OwnerId(member, owner) is { } id)
        {
            return evaluator.State.Member(id, member.Name) ?? new UnknownValue("a member that is set elsewhere", $"{id}.{member.Name}");
        }

        // The same member of the same unknown owner is the same value.
        return owner is UnknownValue ? new UnknownValue("a member of an unknown value", $"{owner.Identity}.{member.Name}") : evaluator.Unknown(operation, "a member of a known value");
    }

    private static AbstractValue? Known(Evaluator evaluator, IOperation operation, MemberMeaning meaning, AbstractValue? owner) => (meaning, owner) switch
    {
        (MemberMeaning.TrainRows, SplitValue split) => new RowsValue(split.Train),
        (MemberMeaning.TestRows, SplitValue split) => new RowsValue(split.Test),
        (MemberMeaning.SameContext, ContextValue context) => context,
        (MemberMeaning.FoldModel, FoldResultValue fold) => fold.Model,
        (MemberMeaning.ScoredTestRows, FoldResultValue fold) => new RowsValue(fold.ScoredTest),
        (MemberMeaning.Current, EnumeratorValue enumerator) => Sequences.Current(evaluator, operation, enumerator),
        _ => null,
    };
}
