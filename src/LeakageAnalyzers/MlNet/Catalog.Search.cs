namespace LeakageAnalyzers.MlNet;

/// <summary>AutoML's experiments. The package cannot be referenced by our tests; it is known by name.</summary>
internal static partial class Catalog
{
    // Ranking and recommendation leave the cutting to the base class, which heeds the key.
    private static IEnumerable<CatalogRow> Search =>
    [
        .. In("Microsoft.ML.AutoML.BinaryClassificationExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.BinaryClassification }),
        .. In("Microsoft.ML.AutoML.MulticlassClassificationExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.MulticlassClassification }),
        .. In("Microsoft.ML.AutoML.RegressionExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.Regression }),
        .. In("Microsoft.ML.AutoML.ExperimentBase`2", Call("Execute", CallKind.Search)),
    ];
}
