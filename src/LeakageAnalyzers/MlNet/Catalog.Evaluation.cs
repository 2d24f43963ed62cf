namespace LeakageAnalyzers.MlNet;

/// <summary>What measures.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Evaluation =>
    [
        .. In("Microsoft.ML.BinaryClassificationCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("EvaluateNonCalibrated", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate),
            Call("CrossValidateNonCalibrated", CallKind.CrossValidate),
            Call("ChangeModelThreshold", CallKind.ChangeThreshold)),
        .. In("Microsoft.ML.MulticlassClassificationCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.RegressionCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.RankingCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.ClusteringCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.AnomalyDetectionCatalog", Call("Evaluate", CallKind.Evaluate), Call("ChangeModelThreshold", CallKind.ChangeThreshold)),
        .. In("Microsoft.ML.RecommendationCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
    ];

    private static readonly ImmutableDictionary<(string Type, string Method), ComparisonMeaning> ComparisonMethods = new Dictionary<(string, string), ComparisonMeaning>
    {
        [("System.Double", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Single", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Decimal", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.IComparable`1", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Collections.Generic.Comparer`1", "Compare")] = ComparisonMeaning.Sign,
        [("System.Math", "Max")] = ComparisonMeaning.Better,
        [("System.Math", "Min")] = ComparisonMeaning.Better,
        [("System.MathF", "Max")] = ComparisonMeaning.Better,
        [("System.MathF", "Min")] = ComparisonMeaning.Better,
        [("System.Linq.Enumerable", "Max")] = ComparisonMeaning.Better,
        [("System.Linq.Enumerable", "Min")] = ComparisonMeaning.Better,
    }.ToImmutableDictionary();

    /// <summary>How <paramref name="method"/> compares numbers, or null.</summary>
    public static ComparisonMeaning? ComparisonOf(IMethodSymbol method) =>
        ComparisonMethods.TryGetValue((MetadataName((method.ReducedFrom ?? method).OriginalDefinition.ContainingType), method.Name), out var meaning) ? meaning : null;

    /// <summary>Whether the members of <paramref name="type"/> are metrics.</summary>
    public static bool IsMetrics(ITypeSymbol? type) =>
        MlTypes.IsOfInterest(type) && (type!.Name.EndsWith("Metrics", StringComparison.Ordinal) || type.Name.EndsWith("Evaluation", StringComparison.Ordinal));
}
