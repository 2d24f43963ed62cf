using System.Runtime.CompilerServices;

namespace LeakageAnalyzers.MlNet;

/// <summary>What we know of ML.NET, and of what stands around it, as data. Nothing about ML.NET's methods is known anywhere else.</summary>
internal static partial class Catalog
{
    private static readonly MemberTable<CatalogRow> ByMethod = new(
        Data.Concat(Transforms).Concat(Trainers).Concat(Evaluation).Concat(Pipelines).Concat(Search).Concat(RuntimeLibrary).Concat(Linq).Concat(Models).Select(row => (row.Type, row.Method, row)));

    // Every call asks for the name of its type.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, string> MetadataNames = new();

    /// <summary>The task that the trainers and evaluators of a catalog are for.</summary>
    private static readonly Dictionary<string, LearningTask> TaskOfCatalog = new()
    {
        ["BinaryClassificationCatalog"] = LearningTask.BinaryClassification,
        ["MulticlassClassificationCatalog"] = LearningTask.MulticlassClassification,
        ["RegressionCatalog"] = LearningTask.Regression,
        ["RankingCatalog"] = LearningTask.Ranking,
        ["ClusteringCatalog"] = LearningTask.Clustering,
        ["AnomalyDetectionCatalog"] = LearningTask.AnomalyDetection,
        ["RecommendationCatalog"] = LearningTask.Recommendation,
        ["ForecastingCatalog"] = LearningTask.Forecasting,
    };

    /// <summary>All rows.</summary>
    public static IEnumerable<CatalogRow> Rows => ByMethod.All;

    /// <summary>The row of <paramref name="method"/>, or null.</summary>
    public static CatalogRow? Find(IMethodSymbol method)
    {
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!ByMethod.Knows(declared.Name))
        {
            return null;
        }

        if (ByMethod.Find(MetadataName(declared.ContainingType), declared.Name) is { } row)
        {
            return row;
        }

        // Concrete estimators and transformers declare Fit and Transform anew.
        foreach (var type in declared.ContainingType.AllInterfaces)
        {
            if (ByMethod.Find(MetadataName(type), declared.Name) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="method"/> is a call of ML.NET or of our own library that the table knows: what makes a body worth interpreting.</summary>
    public static bool IsWorkflowCall(IMethodSymbol method) => MlTypes.IsOfInterest(method.ContainingType) && Find(method) is not null;

    /// <summary>What <paramref name="method"/> is for, by the catalog it hangs on.</summary>
    public static LearningTask TaskOf(IMethodSymbol method)
    {
        for (var type = ReceiverOf(method); type is not null; type = type.ContainingType)
        {
            if (TaskOfCatalog.TryGetValue(type.Name, out var task))
            {
                return task;
            }
        }

        return LearningTask.None;
    }

    private static ITypeSymbol? ReceiverOf(IMethodSymbol method)
    {
        var declared = method.ReducedFrom ?? method;
        return declared.IsExtensionMethod ? declared.Parameters[0].Type : declared.ContainingType;
    }

    /// <summary>The name of <paramref name="type"/> as the table writes it.</summary>
    public static string MetadataName(INamedTypeSymbol? type) => type is null ? "" : MetadataNames.GetValue(type.OriginalDefinition, BuildMetadataName);

    private static string BuildMetadataName(INamedTypeSymbol type) => type switch
    {
        { ContainingType: { } outer } => MetadataName(outer) + "+" + type.MetadataName,
        { ContainingNamespace.IsGlobalNamespace: true } => type.MetadataName,
        _ => NameOf(type.ContainingNamespace) + "." + type.MetadataName,
    };

    /// <summary>What <see cref="MetadataName"/> has for a type, without its namespace, the types around it and the number of its parameters: cheap to rule out most types by.</summary>
    public static string SimpleName(string metadataName) => metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1).Split('`')[0];

    private static string NameOf(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer ? NameOf(outer) + "." + space.Name : space.Name;

    private static IEnumerable<CatalogRow> In(string type, params CatalogRow[] rows) => rows.Select(row => row with { Type = type });

    private static CatalogRow Call(string method, CallKind kind) => new("", method, kind);

    private static CatalogRow Stateless(string method) => Call(method, CallKind.Step);

    private static CatalogRow Vocabulary(string method) => Stateless(method) with { Class = StepClass.Vocabulary };

    private static CatalogRow Statistics(string method) => Stateless(method) with { Class = StepClass.Statistics };

    private static CatalogRow Supervised(string method) => Stateless(method) with { Class = StepClass.Supervised };

    private static CatalogRow Calibrator(string method) => Stateless(method) with { Class = StepClass.Calibrator };

    private static CatalogRow Linear(string method) => Trainer(method) with { IsSimple = true };

    private static CatalogRow Trainer(string method) => Stateless(method) with { Class = StepClass.Trainer };
}
