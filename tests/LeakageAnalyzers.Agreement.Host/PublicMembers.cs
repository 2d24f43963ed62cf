using System.Collections;
using System.Reflection;
using LeakageAnalyzers.Agreement.Host.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Agreement.Host;

/// <summary>What of a program others may call, and arguments to call it with: no two of them are the same rows.</summary>
internal static class PublicMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The types of <paramref name="program"/> that have such members, but for the one that has its guard.</summary>
    public static IReadOnlyList<Type> Of(Assembly program, Type guarded) =>
    [
        .. program.GetTypes().Where(type => type is { IsNested: false, IsGenericTypeDefinition: false, IsInterface: false } && type.Name[0] != '<' && type != guarded
            && MethodsOf(type).Any()),
    ];

    /// <summary>Calls the methods of <paramref name="type"/> on one object, one after the other and all once more: a user may call them in any order.</summary>
    /// <exception cref="TargetInvocationException">A method failed both times.</exception>
    public static object? InvokeAll(Type type)
    {
        var supply = new Supply();
        var target = CanCreate(type) ? type.GetConstructors()[0].Invoke(supply.For(type.GetConstructors()[0])) : null;
        var failed = new Dictionary<MethodInfo, int>();
        TargetInvocationException? last = null;
        for (var round = 0; round < 2; round++)
        {
            foreach (var method in MethodsOf(type))
            {
                try
                {
                    (method.Invoke(target, supply.For(method)) as Task)?.GetAwaiter().GetResult();
                }
                catch (TargetInvocationException failure)
                {
                    failed[method] = failed.GetValueOrDefault(method) + 1;
                    last = failed[method] > 1 ? failure : last;
                }
            }
        }

        return last is null ? null : throw last;
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type) => type.GetMethods(Declared).Where(method =>
        !method.IsSpecialName && !method.IsGenericMethodDefinition && !method.IsVirtual && method != type.Assembly.EntryPoint && method.GetParameters().All(parameter => CanSupply(parameter.ParameterType))
        && (method.IsStatic || CanCreate(type)));

    private static bool CanCreate(Type type) => !type.IsAbstract && type.GetConstructors() is [var only, ..] && only.GetParameters().All(parameter => CanSupply(parameter.ParameterType));

    private static bool CanSupply(Type type) => type == typeof(MLContext) || type == typeof(IDataView) || type == typeof(string) || type.IsPrimitive
        || type == typeof(IEstimator<ITransformer>) || RowsOf(type) is not null;

    private static Type? RowsOf(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [{ IsClass: true } row] && row.GetConstructor([]) is not null
        && type.IsAssignableFrom(typeof(List<>).MakeGenericType(row)) ? row : null;

    private sealed class Supply
    {
        private readonly MLContext _context = new(seed: 1);
        private int _count;

        public object?[] For(MethodBase method) =>
            [.. method.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Of(parameter.ParameterType))];

        private object? Of(Type type) => type switch
        {
            _ when type == typeof(MLContext) => _context,
            _ when type == typeof(IDataView) => _context.Data.LoadFromEnumerable(Given.Rows<SuppliedRow>(100 + _count++)),
            _ when type == typeof(string) => FormattableString.Invariant($"supplied{_count++}.csv"),
            _ when type == typeof(IEstimator<ITransformer>) => _context.Transforms.Concatenate("Features", "Age", "Pressure").Append(_context.BinaryClassification.Trainers.FastTree(numberOfTrees: 2)),
            _ when type.IsPrimitive => Activator.CreateInstance(type),
            _ => typeof(Given).GetMethod(nameof(Given.Rows))!.MakeGenericMethod(RowsOf(type)!).Invoke(null, [200 + _count++]),
        };
    }
}
