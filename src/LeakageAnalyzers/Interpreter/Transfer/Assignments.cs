using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Writing variables and members.</summary>
internal static class Assignments
{
    public static AbstractValue Capture(Evaluator evaluator, IOperation operation)
    {
        var capture = (IFlowCaptureOperation)operation;
        var value = evaluator.Evaluate(capture.Value);
        value = Accumulations.Chosen(evaluator, capture, value) ?? value;
        evaluator.State.SetCapture(capture.Id, value);
        return value;
    }

    public static AbstractValue Simple(Evaluator evaluator, IOperation operation)
    {
        var assignment = (ISimpleAssignmentOperation)operation;
        if (assignment is { IsRef: true, Target: ILocalReferenceOperation name })
        {
            return Alias(evaluator, name.Local, assignment.Value);
        }

        var value = evaluator.Evaluate(assignment.Value);
        if (assignment.Target is IDiscardOperation && PassThrough.Unconverted(assignment.Value) is not (IInvocationOperation or IAwaitOperation or IObjectCreationOperation))
        {
            Reports.OfShown(evaluator, operation, value);
        }

        value = Accumulations.OfAssignment(evaluator, assignment, value) ?? value;
        Assign(evaluator, assignment.Target, value);
        return value;
    }

    public static AbstractValue Deconstruction(Evaluator evaluator, IOperation operation)
    {
        var assignment = (IDeconstructionAssignmentOperation)operation;
        var value = evaluator.Evaluate(assignment.Value);
        Assign(evaluator, assignment.Target, value);
        return value;
    }

    public static AbstractValue Compound(Evaluator evaluator, IOperation operation)
    {
        var assignment = (ICompoundAssignmentOperation)operation;
        var left = evaluator.Evaluate(assignment.Target);
        var right = evaluator.Evaluate(assignment.Value);
        var value = (assignment.OperatorMethod is { } own ? SourceCalls.TryFollowOperator(evaluator, operation, own, left, right) : null) ?? Arithmetic.Compute(assignment.OperatorKind, left, right) ?? Accumulations.OfCompound(evaluator, assignment, left, right) ?? evaluator.Statistic(operation, left, right) ?? Measures.Of(evaluator.Unknown(operation, "a computed value"), Measures.In(left).Concat(Measures.In(right)));
        Assign(evaluator, assignment.Target, value);
        return value;
    }

    public static AbstractValue Step(Evaluator evaluator, IOperation operation)
    {
        var step = (IIncrementOrDecrementOperation)operation;
        var before = evaluator.Evaluate(step.Target);
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = Arithmetic.Compute(kind, before, new ConstantValue(1)) ?? (AbstractValue?)Accumulations.OfStep(evaluator, step, before) ?? evaluator.Unknown(operation, "a counted value");
        Assign(evaluator, step.Target, after);
        return step.IsPostfix ? before : after;
    }

    /// <summary>An event that the program itself raises calls its handler there; that of others may call it at once.</summary>
    public static AbstractValue Event(Evaluator evaluator, IOperation operation)
    {
        var assignment = (IEventAssignmentOperation)operation;
        var handler = evaluator.Evaluate(assignment.HandlerValue);
        if (assignment.EventReference is IEventReferenceOperation { Event: { DeclaringSyntaxReferences.IsEmpty: false } declared } reference
            && MemberReferences.OwnerId(declared, reference.Instance is null ? null : evaluator.Evaluate(reference.Instance)) is { } id)
        {
            evaluator.State.SetMember(id, declared.Name, assignment.Adds && (evaluator.State.Member(id, declared.Name) is not { } before || AreOfOneMethod(before, handler)) ? handler : evaluator.Unknown(operation, "several handlers"));
        }
        else if (assignment.Adds && handler is FunctionValue { Body: not null } function)
        {
            SourceCalls.Try(evaluator, operation, function);
        }

        return evaluator.Unknown(operation, "nothing");
    }

    // Of one that is added again, as in a loop, the last call is what the event gives.
    private static bool AreOfOneMethod(AbstractValue before, AbstractValue handler) =>
        before is FunctionValue one && handler is FunctionValue other && SymbolEqualityComparer.Default.Equals(one.Method, other.Method);

    /// <summary>Writes <paramref name="value"/> to what <paramref name="target"/> names.</summary>
    public static void Assign(Evaluator evaluator, IOperation target, AbstractValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local.IsRef: true } alias when evaluator.State.Local(alias.Local) is AliasValue { Variable: var named }:
                evaluator.State.SetLocal(named, value);
                break;
            case ILocalReferenceOperation local:
                evaluator.State.SetLocal(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                evaluator.State.SetLocal(parameter.Parameter, value);
                break;
            case IFlowCaptureReferenceOperation capture:
                // Only what stands for a variable is written to: the target of ??= is read first and assigned later.
                evaluator.State.SetCapture(capture.Id, value);
                if (Captured(evaluator, capture) is { } variable)
                {
                    Assign(evaluator, variable, value);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(evaluator, declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(evaluator, conversion.Operand, value);
                break;
            case ITupleOperation tuple:
                Deconstruct(evaluator, tuple, value);
                break;
            case IPropertyReferenceOperation { Instance: { } collection, Arguments.Length: > 0 } item:
                Collections.SetItem(evaluator, item, evaluator.Evaluate(collection), item.Arguments.Select(index => evaluator.Evaluate(index.Value)).ToList(), value);
                break;
            case IArrayElementReferenceOperation item:
                Collections.SetItem(evaluator, item, evaluator.Evaluate(item.ArrayReference), item.Indices.Select(evaluator.Evaluate).ToList(), value);
                break;
            case IMemberReferenceOperation member:
                AssignMember(evaluator, member, member.Instance is null ? null : evaluator.Evaluate(member.Instance), value);
                break;
            default:
                evaluator.Evaluate(target);
                break;
        }
    }

    /// <summary>The variable that <paramref name="reference"/> stands for; null where it stands for a value.</summary>
    public static IOperation? Captured(Evaluator evaluator, IFlowCaptureReferenceOperation reference) =>
        SetAside(evaluator.Activation.Graph, reference).FirstOrDefault(value => value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation);

    /// <summary>What the compiler set aside under the name that <paramref name="reference"/> reads, on one path or another.</summary>
    public static IEnumerable<IOperation> SetAside(ControlFlowGraph graph, IFlowCaptureReferenceOperation reference) => graph.Blocks
        .SelectMany(block => block.Operations)
        .OfType<IFlowCaptureOperation>()
        .Where(capture => capture.Id.Equals(reference.Id))
        .Select(capture => capture.Value);

    private static void AssignMember(Evaluator evaluator, IMemberReferenceOperation target, AbstractValue? owner, AbstractValue value)
    {
        if (target.Member is IPropertySymbol { SetMethod: { } setter } && SourceCalls.TryFollowAccessor(evaluator, target, setter, owner, value) is not null)
        {
            return;
        }

        if (owner is UnknownValue { RowOf: { } rows } && value is StatisticValue statistic && !Accumulations.IsOfOneRow(statistic, owner))
        {
            StatisticCalls.WriteInto(evaluator, rows, statistic);
        }

        Reports.OfAssignment(evaluator, target, value);
        if (MemberReferences.OwnerId(target.Member, owner) is { } id)
        {
            evaluator.Engine.Accesses.Note(id, target.Member);
            evaluator.State.SetMember(id, target.Member.Name, value);
        }
    }

    // Another name for a variable; what else it may name is no longer known.
    private static UnknownValue Alias(Evaluator evaluator, ILocalSymbol name, IOperation target)
    {
        var variable = target switch
        {
            ILocalReferenceOperation local => evaluator.State.Local(local.Local) is AliasValue alias ? alias.Variable : local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        };
        if (variable is null)
        {
            Assign(evaluator, target, evaluator.Unknown(target, "a variable of another name"));
        }

        evaluator.State.SetLocal(name, variable is null ? evaluator.Unknown(target, "a variable of another name") : new AliasValue(variable));
        return evaluator.Unknown(target, "a reference");
    }

    private static void Deconstruct(Evaluator evaluator, ITupleOperation target, AbstractValue value)
    {
        value = SourceCalls.TryDeconstruct(evaluator, target, value, target.Elements.Length) ?? value;
        for (var i = 0; i < target.Elements.Length; i++)
        {
            var item = value is StatisticValue ? value
                : value is SequenceValue sequence && i < sequence.Items.Count ? sequence.Items[i]
                : Measures.Part(evaluator.Unknown(target.Elements[i], "a part of an unknown value"), target.Elements[i].Type, value);
            Assign(evaluator, target.Elements[i], item);
        }
    }
}
