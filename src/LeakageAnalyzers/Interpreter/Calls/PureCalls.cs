using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls whose result depends on nothing but their arguments: equal arguments name equal values, as in <c>Path.Combine(folder, "data.csv")</c>.</summary>
internal static class PureCalls
{
    public static AbstractValue? TryName(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        var method = invocation.TargetMethod;
        var given = arguments.All.Select(argument => argument.Value).ToList();
        if (Compute(evaluator, method, instance, given) is { } constant)
        {
            return constant;
        }

        if (instance is StatisticValue written && method.Name == nameof(ToString))
        {
            return written;
        }

        if (!Catalog.IsPure(method))
        {
            return null;
        }

        var name = $"{instance?.Identity}{method.Name}({string.Join(",", given.Select(value => value.Identity))})";
        return StatisticValue.Of(name, [.. given]) ?? (AbstractValue)new UnknownValue("a computed value", name) { Part = RowPart.Of([instance, .. given]) };
    }

    // As far as choices among column names depend on them.
    private static ConstantValue? Compute(Evaluator evaluator, IMethodSymbol method, AbstractValue? instance, List<AbstractValue> given)
    {
        if (instance is ConstantValue { Value: string text } && given.Count == 1 && given[0] is ConstantValue { Value: string part })
        {
            return method.Name switch
            {
                "Equals" => new ConstantValue(text == part),
                "StartsWith" => new ConstantValue(text.StartsWith(part, StringComparison.Ordinal)),
                "EndsWith" => new ConstantValue(text.EndsWith(part, StringComparison.Ordinal)),
                "Contains" => new ConstantValue(text.Contains(part)),
                _ => null,
            };
        }

        if (method.Name == "Concat" && Catalog.MetadataName(method.ContainingType) == "System.String" && given.TrueForAll(value => value is ConstantValue { Value: string }))
        {
            return new ConstantValue(string.Concat(given.Select(value => ((ConstantValue)value).Value)));
        }

        var operands = instance is null ? given : [instance, .. given];
        return method.Name == "Contains" && operands.Count == 2 && operands[1] is ConstantValue && Collections.ItemsOf(evaluator, operands[0]) is SequenceValue items && items.Items.All(item => item is ConstantValue)
            ? new ConstantValue(items.Items.Contains(operands[1]))
            : null;
    }
}
