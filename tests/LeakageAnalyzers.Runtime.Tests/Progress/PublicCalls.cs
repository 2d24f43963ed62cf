using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Progress;

/// <summary>The public calls of an assembly that may take long, found by what they are given.</summary>
internal static class PublicCalls
{
    private static readonly string[] Repetitions = ["resamples", "vectors", "permutations"];

    /// <summary>Calls that read rows, train, ask a database, repeat a computation or run the caller's code, and that no caller can stop; each as <c>Type.Method</c>.</summary>
    /// <param name="assembly">Whose calls.</param>
    /// <param name="keepers">Types that keep rows: all their methods may read them.</param>
    public static IEnumerable<string> WithoutToken(Assembly assembly, params Type[] keepers) => assembly.GetExportedTypes()
        .Where(type => !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && !IsOfRecords(method) && (keepers.Contains(method.DeclaringType) || method.GetParameters().Any(IsLong)))
        .Where(method => !TakesToken(method) && !method.DeclaringType!.GetMethods().Any(other => IsSameWithToken(method, other)))
        .Select(method => $"{method.DeclaringType!.Name.Split('`')[0]}.{method.Name}")
        .Distinct();

    private static bool IsOfRecords(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.GetBaseDefinition().DeclaringType == typeof(object) || method.Name is "Deconstruct" or "Equals";

    private static bool IsLong(ParameterInfo parameter) => Repetitions.Contains(parameter.Name) || HoldsRows(parameter.ParameterType);

    private static bool HoldsRows(Type type) =>
        typeof(IDataView).IsAssignableFrom(type) || typeof(ITransformer).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type)
        || type == typeof(TrainTestData) || type.Name is "IEstimator`1" or "CrossValidationResult`1" or nameof(SqlSplit)
        || (type.IsGenericType && type.GetGenericArguments().Any(HoldsRows));

    private static bool TakesToken(MethodBase method) => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken));

    private static bool IsSameWithToken(MethodInfo method, MethodInfo other) => other.Name == method.Name && TakesToken(other)
        && method.GetParameters().Select(parameter => parameter.ParameterType)
            .SequenceEqual(other.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken)));
}
