using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms.Image;
using Microsoft.ML.Transforms.Onnx;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>The methods of ML.NET's catalogs, as the referenced assemblies have them.</summary>
internal static class CatalogMethods
{
    // One type of each assembly of the five packages.
    private static readonly Type[] OfAssemblies =
    [
        typeof(MLContext), typeof(IDataView), typeof(NormalizationCatalog), typeof(StandardTrainersCatalog), typeof(KMeansClusteringExtensions), typeof(PcaCatalog),
        typeof(TreeExtensions), typeof(LightGbmExtensions), typeof(LightGbmBinaryTrainer), typeof(ImageEstimatorsCatalog), typeof(ImageLoadingEstimator),
        typeof(OnnxCatalog), typeof(OnnxScoringEstimator),
    ];

    private static readonly Type[] Roots = [typeof(DataOperationsCatalog), typeof(ModelOperationsCatalog), typeof(TransformsCatalog), typeof(TrainCatalogBase)];

    /// <summary>All overloads of all of them, instance methods and extension methods.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. OfAssemblies.Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object) && IsCatalog(CatalogOf(method))),
    ];

    /// <summary>The catalog that <paramref name="method"/> is called on.</summary>
    public static Type? CatalogOf(MethodInfo method) => !method.IsStatic ? method.DeclaringType
        : method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? method.GetParameters()[0].ParameterType
        : null;

    // Trainers, calibrators and the kinds of transforms are nested in their catalogs.
    private static bool IsCatalog(Type? type) => type is not null && (Array.Exists(Roots, root => root.IsAssignableFrom(type)) || (IsPart(type) && IsCatalog(type.DeclaringType)));

    private static bool IsPart(Type type) =>
        type.Name.EndsWith("Trainers", StringComparison.Ordinal) || type.Name.EndsWith("Transforms", StringComparison.Ordinal) || type.Name.EndsWith("Catalog", StringComparison.Ordinal);
}
