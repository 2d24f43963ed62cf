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
            Call("CrossValidateNonCalibrated", CallKind.CrossValidate)),
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
        .. In("Microsoft.ML.AnomalyDetectionCatalog", Call("Evaluate", CallKind.Evaluate)),
        .. In("Microsoft.ML.RecommendationCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
    ];
}
