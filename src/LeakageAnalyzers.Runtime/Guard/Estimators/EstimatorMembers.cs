using System.Collections;
using System.Reflection;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>
/// The one place that looks into ML.NET's estimators: what a chain is made of and how an estimator was set is not public. A member that another version of
/// ML.NET lacks yields nothing, and the table's default holds.
/// </summary>
internal static class EstimatorMembers
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Canceled = "IsCanceled";

    // As trainers and other estimators call the host that they were made with; a trainer of several classes has a trainer of two.
    private static readonly string[] Hosts = ["Host", "_host", "Trainer.Host"];

    // EstimatorChain, and what WithOnFitDelegate returns.
    private static readonly string[] Parts = ["_estimators", "_est"];

    /// <summary>The estimators that <paramref name="estimator"/> fits one after the other; itself where it is not made of others.</summary>
    public static IEnumerable<object> Flatten(object estimator)
    {
        if (estimator is IWatchedEstimator watched)
        {
            return Flatten(watched.Unwatched);
        }

        // An unknown estimator may hold members of these names too; only ML.NET's own containers are opened.
        var isContainer = estimator.GetType().Name.StartsWith("EstimatorChain", StringComparison.Ordinal)
            || estimator.GetType().Name.StartsWith("DelegateEstimator", StringComparison.Ordinal);
        return isContainer && IsOfMlNet(estimator.GetType()) && Parts.Any(part => Find(estimator.GetType(), part) is not null)
            ? Parts.SelectMany(part => At(estimator, part)).SelectMany(Flatten)
            : [estimator];
    }

    /// <summary>The values at <paramref name="path"/> (names joined by dots), through every element of an array; nulls are left out.</summary>
    public static IEnumerable<object> At(object owner, string path) =>
        path.Split('.').Aggregate<string, IEnumerable<object>>([owner], (owners, name) => owners.SelectMany(current => Read(current, name)));

    /// <summary>The hosts that an estimator asks between its steps whether it was cancelled; those of ML.NET only.</summary>
    public static IEnumerable<object> HostsOf(object estimator) =>
        IsOfMlNet(estimator.GetType()) ? Hosts.SelectMany(name => At(estimator, name)).Where(host => Find(host.GetType(), Canceled) is not null) : [];

    /// <summary>Tells a host that its work was cancelled, or that it was not.</summary>
    public static void SetCanceled(object host, bool isCanceled) => (Find(host.GetType(), Canceled) as PropertyInfo)?.SetValue(host, isCanceled);

    /// <summary>Whether <paramref name="type"/> is Microsoft's.</summary>
    public static bool IsOfMlNet(Type type) => type.Namespace?.StartsWith("Microsoft.ML", StringComparison.Ordinal) == true;

    /// <summary>The transformer type that <paramref name="estimator"/> promises.</summary>
    public static Type? TransformerOf(Type estimator) => estimator.GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEstimator<>))
        .Select(type => type.GetGenericArguments()[0])
        .FirstOrDefault();

    private static IEnumerable<object> Read(object owner, string name)
    {
        var value = Find(owner.GetType(), name) switch
        {
            FieldInfo field => field.GetValue(owner),
            PropertyInfo property => property.GetValue(owner),
            _ => null,
        };
        return value switch
        {
            null => [],
            string text => [text],
            IEnumerable many and not IDataView => many.Cast<object?>().OfType<object>(),
            _ => [value],
        };
    }

    private static MemberInfo? Find(Type? type, string name) => type is null
        ? null
        : type.GetField(name, AnyInstance) ?? (MemberInfo?)type.GetProperty(name, AnyInstance) ?? Find(type.BaseType, name);
}
