namespace LeakageAnalyzers.MlNet;

/// <summary>AutoML's experiments. The package cannot be referenced by our tests; they know its signatures.</summary>
internal static partial class Catalog
{
    private const string Experiment = "Microsoft.ML.AutoML.AutoMLExperiment";
    private const string ExperimentExtensions = "Microsoft.ML.AutoML.AutoMLExperimentExtension";

    // What tells an experiment how to search, and not in what.
    private static string[] ExperimentSettings =>
    [
        "AddSearchSpace", "SetMaxModelToExplore", "SetMaximumMemoryUsageInMegaByte", "SetMonitor", "SetTrainingTimeInSeconds", "SetTrialRunner", "SetTuner",
    ];

    private static string[] ExperimentExtensionSettings =>
    [
        "SetBinaryClassificationMetric", "SetCheckpoint", "SetCostFrugalTuner", "SetEciCostFrugalTuner", "SetGridSearchTuner", "SetMulticlassClassificationMetric", "SetPerformanceMonitor",
        "SetPipeline", "SetRandomSearchTuner", "SetRegressionMetric", "SetSmacTuner",
    ];

    // Ranking and recommendation leave the cutting to the base class, which heeds the key.
    private static IEnumerable<CatalogRow> Search =>
    [
        .. In("Microsoft.ML.AutoML.BinaryClassificationExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.BinaryClassification }),
        .. In("Microsoft.ML.AutoML.MulticlassClassificationExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.MulticlassClassification }),
        .. In("Microsoft.ML.AutoML.RegressionExperiment", Call("Execute", CallKind.Search) with { IgnoresSamplingKey = true, Task = LearningTask.Regression }),
        .. In("Microsoft.ML.AutoML.ExperimentBase`2", Call("Execute", CallKind.Search)),
        .. In("Microsoft.ML.AutoML.RegressionExperimentResultExtensions", Call("Best", CallKind.Identity)),
        .. In("Microsoft.ML.AutoML.RankingExperimentResultExtensions", Call("Best", CallKind.Identity)),
        .. In("Microsoft.ML.AutoML.MLContextExtension", Call("Auto", CallKind.Identity)),
        .. In("Microsoft.ML.AutoML.SweepableExtension", Call("Append", CallKind.Neutral)),
        .. In("Microsoft.ML.AutoML.AutoCatalog",
            Call("CreateExperiment", CallKind.CreateSearch),
            Call("CreateBinaryClassificationExperiment", CallKind.Neutral),
            Call("CreateMulticlassClassificationExperiment", CallKind.Neutral),
            Call("CreateRankingExperiment", CallKind.Neutral),
            Call("CreateRecommendationExperiment", CallKind.Neutral),
            Call("CreateRegressionExperiment", CallKind.Neutral),
            Call("CreateSweepableEstimator", CallKind.Neutral),
            Call("InferColumns", CallKind.Neutral),
            Call("BinaryClassification", CallKind.Neutral),
            Call("MultiClassification", CallKind.Neutral),
            Call("Regression", CallKind.Neutral),
            Call("Featurizer", CallKind.Neutral)),
        .. In(ExperimentExtensions, Call("SetDataset", CallKind.SetSearchRows)),
        .. ExperimentExtensionSettings.SelectMany(method => In(ExperimentExtensions, Call(method, CallKind.SameSearch))),
        .. ExperimentSettings.SelectMany(method => In(Experiment, Call(method, CallKind.SameSearch))),
        .. In(Experiment,
            Call("Run", CallKind.RunSearch),
            Call("RunAsync", CallKind.RunSearch)),
    ];
}
