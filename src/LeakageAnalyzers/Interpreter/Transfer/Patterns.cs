using LeakageAnalyzers.Interpreter.Calls;
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
            IListPatternOperation list => list.DeclaredSymbol,
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
            case IListPatternOperation list:
                var items = HasSlice(list) ? null : Collections.ItemsOf(evaluator, value) as SequenceValue;
                for (var i = 0; i < list.Patterns.Length; i++)
                {
                    Bind(evaluator, list.Patterns[i], items?.Items.Count == list.Patterns.Length ? items.Items[i] : evaluator.Unknown(pattern, "a part of a value"));
                }

                break;
            case IRecursivePatternOperation recursive:
                var parts = recursive.DeconstructionSubpatterns.IsEmpty ? value : SourceCalls.TryDeconstruct(evaluator, pattern, value, recursive.DeconstructionSubpatterns.Length) ?? value;
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    Bind(evaluator, recursive.DeconstructionSubpatterns[i], parts is SequenceValue tuple && i < tuple.Items.Count ? tuple.Items[i] : value is MeasuredValue ? value : evaluator.Unknown(pattern, "a part of a value"));
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    var member = (property.Member as IMemberReferenceOperation)?.Member;
                    Bind(evaluator, property.Pattern, member is null ? evaluator.Unknown(property, "a part of a value") : MemberReferences.Of(evaluator, property, member, value));
                }

                break;
        }
    }

    private static bool HasSlice(IListPatternOperation list) => list.Patterns.Any(part => part is ISlicePatternOperation);

    private static bool? Matches(Evaluator evaluator, IPatternOperation pattern, AbstractValue value) => pattern switch
    {
        IConstantPatternOperation constant when value is ConstantValue known => Equals(evaluator.Evaluate(constant.Value), known),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } when value is not UnknownValue || Arithmetic.IsFoundEmpty(evaluator, value) => value is UnknownValue,
        INegatedPatternOperation negated => !Matches(evaluator, negated.Pattern, value),
        IListPatternOperation list when Collections.ItemsOf(evaluator, value) is SequenceValue items && items.Items.Count != list.Patterns.Length && !HasSlice(list) => false,
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
