namespace LeakageAnalyzers.MlNet;

/// <summary>Models that are written to files and read back.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Models =>
    [
        .. In("Microsoft.ML.ModelOperationsCatalog",
            Call("Save", CallKind.SaveModel),
            Call("Load", CallKind.LoadModel),
            Call("LoadWithDataLoader", CallKind.LoadModel),
            Call("CreatePredictionEngine", CallKind.Identity)),
        .. In("Microsoft.ML.PredictionEngineBase`2", Call("Predict", CallKind.Predict)),
        .. In("Microsoft.ML.TensorflowCatalog", Call("LoadTensorFlowModel", CallKind.Neutral)),
        .. In("Microsoft.ML.OnnxExportExtensions", Call("ConvertToOnnx", CallKind.Neutral)),
        .. In("Microsoft.ML.Transforms.TimeSeries.PredictionFunctionExtensions", Call("CreateTimeSeriesEngine", CallKind.Neutral)),
        .. In("Microsoft.ML.TimeSeriesCatalog",
            Call("LocalizeRootCause", CallKind.Neutral),
            Call("LocalizeRootCauses", CallKind.Neutral)),
        .. In("Microsoft.ML.PermutationFeatureImportanceExtensions",
            Call("PermutationFeatureImportance", CallKind.Aggregate),
            Call("PermutationFeatureImportanceNonCalibrated", CallKind.Aggregate)),
        .. In("System.IO.File",
            Call("Create", CallKind.OpenFile),
            Call("Open", CallKind.OpenFile),
            Call("OpenRead", CallKind.OpenFile),
            Call("OpenWrite", CallKind.OpenFile)),
    ];
}
