namespace LeakageAnalyzers.MlNet;

/// <summary>What puts steps together and runs them.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Pipelines =>
    [
        .. In("Microsoft.ML.IEstimator`1", Call("Fit", CallKind.Fit)),
        .. In("Microsoft.ML.ITransformer", Call("Transform", CallKind.Transform)),
        .. In("Microsoft.ML.LearningPipelineExtensions",
            Call("Append", CallKind.Append),
            Call("AppendCacheCheckpoint", CallKind.SameEstimator),
            Call("WithOnFitDelegate", CallKind.SameEstimator)),
        .. In("Microsoft.ML.Data.EstimatorChain`1",
            Call("Append", CallKind.Append),
            Call("AppendCacheCheckpoint", CallKind.SameEstimator)),
        .. In("Microsoft.ML.Data.TransformerChain`1", Call("Append", CallKind.Append)),
    ];
}
