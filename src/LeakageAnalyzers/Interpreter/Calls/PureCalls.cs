using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls whose result depends on nothing but their arguments: equal arguments name equal values, as in <c>Path.Combine(folder, "data.csv")</c>.</summary>
internal static class PureCalls
{
    private static readonly ImmutableHashSet<string> PureTypes = ImmutableHashSet.Create("System.IO.Path", "System.String", "System.Math", "System.Environment");

    public static AbstractValue? TryName(IInvocationOperation invocation, Arguments arguments)
    {
        var method = invocation.TargetMethod;
        if (!method.IsStatic || method.Name == "GetTempFileName" || !PureTypes.Contains(Catalog.MetadataName(method.ContainingType)))
        {
            return null;
        }

        var name = $"{method.Name}({string.Join(",", arguments.All.Select(argument => argument.Value.Identity))})";
        return StatisticValue.Of(name, [.. arguments.All.Select(argument => argument.Value)]) ?? (AbstractValue)new UnknownValue("a computed value", name);
    }
}
