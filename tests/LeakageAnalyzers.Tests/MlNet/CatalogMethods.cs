using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.AutoML;
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

    // Where programs find what those packages offer that cannot be referenced here, beside extensions of the catalogs.
    private static readonly Type[] RootsBySignature =
    [
        typeof(MLContext), typeof(ITransformer), typeof(RecommendationCatalog), typeof(RecommendationCatalog.RecommendationTrainers), typeof(AutoCatalog), typeof(AutoMLExperiment),
        typeof(ExperimentBase<,>), typeof(IEnumerable<RunDetail<RegressionMetrics>>), typeof(IEnumerable<RunDetail<RankingMetrics>>), typeof(IEstimator<ITransformer>),
    ];

    /// <summary>The assemblies.</summary>
    public static IEnumerable<Assembly> Assemblies => OfAssemblies.Select(type => type.Assembly).Distinct();

    /// <summary>All overloads of all of them, instance methods and extension methods.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } = [.. Assemblies.SelectMany(MethodsOf).Where(method => IsCatalog(CatalogOf(method)))];

    /// <summary>Those of AutoML, TimeSeries, TorchSharp, Vision, Recommender, Mkl.Components, TensorFlow and the export to ONNX.</summary>
    public static IReadOnlyList<MethodInfo> BySignature { get; } =
    [
        .. MethodsOf(typeof(TimeSeriesCatalog).Assembly).Where(method => CatalogOf(method) is { } catalog && (IsCatalog(catalog) || Array.IndexOf(RootsBySignature, catalog) >= 0)),
    ];

    /// <summary>The catalog that <paramref name="method"/> is called on.</summary>
    public static Type? CatalogOf(MethodInfo method) => !method.IsStatic ? method.DeclaringType
        : method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? method.GetParameters()[0].ParameterType
        : null;

    private static IEnumerable<MethodInfo> MethodsOf(Assembly assembly) => assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object));

    // Trainers, calibrators and the kinds of transforms are nested in their catalogs.
    private static bool IsCatalog(Type? type) => type is not null && (Array.Exists(Roots, root => root.IsAssignableFrom(type)) || (IsPart(type) && IsCatalog(type.DeclaringType)));

    private static bool IsPart(Type type) =>
        type.Name.EndsWith("Trainers", StringComparison.Ordinal) || type.Name.EndsWith("Transforms", StringComparison.Ordinal) || type.Name.EndsWith("Catalog", StringComparison.Ordinal);
}
