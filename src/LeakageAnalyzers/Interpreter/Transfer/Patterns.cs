using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Patterns: what they bind is bound, and whether they match is known for constants alone.</summary>
internal static class Patterns
{
    public static AbstractValue IsPattern(Evaluator evaluator, IOperation operation)
    {
        var test = (IIsPatternOperation)operation;
        var value = evaluator.Evaluate(test.Value);
        Bind(evaluator, test.Pattern, value);
        return value is ComparedValue ? value
            : Matches(evaluator, test.Pattern, value) is { } matches ? new ConstantValue(matches) : evaluator.Unknown(operation, "whether a pattern matches");
    }

    private static void Bind(Evaluator evaluator, IPatternOperation pattern, AbstractValue value)
    {
        var declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
        {
            evaluator.State.SetLocal(declared, value);
        }

        switch (pattern)
        {
            case IBinaryPatternOperation both:
                Bind(evaluator, both.LeftPattern, value);
                Bind(evaluator, both.RightPattern, value);
                break;
            case INegatedPatternOperation negated:
                Bind(evaluator, negated.Pattern, value);
                break;
            case IRecursivePatternOperation recursive:
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    Bind(evaluator, recursive.DeconstructionSubpatterns[i], value is SequenceValue tuple && i < tuple.Items.Count ? tuple.Items[i] : value is MeasuredValue ? value : evaluator.Unknown(pattern, "a part of a value"));
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    var member = (property.Member as IMemberReferenceOperation)?.Member;
                    Bind(evaluator, property.Pattern, member is null ? evaluator.Unknown(property, "a part of a value") : MemberReferences.Of(evaluator, property, member, value));
                }

                break;
        }
    }

    private static bool? Matches(Evaluator evaluator, IPatternOperation pattern, AbstractValue value) => pattern switch
    {
        IConstantPatternOperation constant when value is ConstantValue known => Equals(evaluator.Evaluate(constant.Value), known),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } when value is not UnknownValue => false,
        INegatedPatternOperation negated => !Matches(evaluator, negated.Pattern, value),
        IDiscardPatternOperation => true,
        IBinaryPatternOperation both => (both.OperatorKind, Matches(evaluator, both.LeftPattern, value), Matches(evaluator, both.RightPattern, value)) switch
        {
            (BinaryOperatorKind.Or, true, _) or (BinaryOperatorKind.Or, _, true) => true,
            (BinaryOperatorKind.Or, false, false) => false,
            (BinaryOperatorKind.And, true, true) => true,
            (BinaryOperatorKind.And, false, _) or (BinaryOperatorKind.And, _, false) => false,
            _ => null,
        },
        _ => null,
    };
}
