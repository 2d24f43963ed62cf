using Microsoft.ML.Data;
using Microsoft.ML.SearchSpace;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

public class AutoMLExperiment
{
    public AutoMLExperiment(MLContext context, AutoMLExperimentSettings settings) => Signature.Only<bool>();

    public AutoMLExperiment SetTrainingTimeInSeconds(uint trainingTimeInSeconds) => this;

    public AutoMLExperiment SetMaxModelToExplore(int maxModel) => this;

    public AutoMLExperiment SetMaximumMemoryUsageInMegaByte(double value = double.MaxValue) => this;

    public AutoMLExperiment AddSearchSpace(string key, SearchSpace.SearchSpace searchSpace) => this;

    public AutoMLExperiment SetMonitor<TMonitor>(TMonitor monitor) where TMonitor : class, IMonitor => this;

    public AutoMLExperiment SetMonitor<TMonitor>() where TMonitor : class, IMonitor => this;

    public AutoMLExperiment SetMonitor<TMonitor>(Func<IServiceProvider, TMonitor> factory) where TMonitor : class, IMonitor => this;

    public AutoMLExperiment SetTrialRunner<TTrialRunner>(TTrialRunner runner) where TTrialRunner : class, ITrialRunner => this;

    public AutoMLExperiment SetTrialRunner<TTrialRunner>(Func<IServiceProvider, TTrialRunner> factory) where TTrialRunner : class, ITrialRunner => this;

    public AutoMLExperiment SetTrialRunner<TTrialRunner>() where TTrialRunner : class, ITrialRunner => this;

    public AutoMLExperiment SetTuner<TTuner>(TTuner proposer) where TTuner : class, ITuner => this;

    public AutoMLExperiment SetTuner<TTuner>(Func<IServiceProvider, TTuner> factory) where TTuner : class, ITuner => this;

    public AutoMLExperiment SetTuner<TTuner>() where TTuner : class, ITuner => this;

    public TrialResult Run() => Signature.Only<TrialResult>();

    public Task<TrialResult> RunAsync(CancellationToken ct = default) => Signature.Only<Task<TrialResult>>();

    public class AutoMLExperimentSettings : ExperimentSettings
    {
        public int? Seed { get; set; }

        public SearchSpace.SearchSpace SearchSpace { get; set; }
    }
}

public static class AutoMLExperimentExtension
{
    public static AutoMLExperiment SetDataset(this AutoMLExperiment experiment, IDataView train, IDataView validation, bool subSamplingTrainDataset = false) => experiment;

    public static AutoMLExperiment SetDataset(this AutoMLExperiment experiment, DataOperationsCatalog.TrainTestData trainValidationSplit) => experiment;

    public static AutoMLExperiment SetDataset(this AutoMLExperiment experiment, IDataView dataset, int fold = 10, string samplingKeyColumnName = null) => experiment;

    public static AutoMLExperiment SetBinaryClassificationMetric(
        this AutoMLExperiment experiment, BinaryClassificationMetric metric, string labelColumn = "label", string predictedColumn = "PredictedLabel") => experiment;

    public static AutoMLExperiment SetMulticlassClassificationMetric(
        this AutoMLExperiment experiment, MulticlassClassificationMetric metric, string labelColumn = "label", string predictedColumn = "PredictedLabel") => experiment;

    public static AutoMLExperiment SetRegressionMetric(this AutoMLExperiment experiment, RegressionMetric metric, string labelColumn = "Label", string scoreColumn = "Score") => experiment;

    public static AutoMLExperiment SetPipeline(this AutoMLExperiment experiment, SweepablePipeline pipeline) => experiment;

    public static AutoMLExperiment SetPerformanceMonitor(this AutoMLExperiment experiment, int checkIntervalInMilliseconds = 1000) => experiment;

    public static AutoMLExperiment SetPerformanceMonitor<TPerformanceMonitor>(this AutoMLExperiment experiment, Func<IServiceProvider, TPerformanceMonitor> factory)
        where TPerformanceMonitor : class, IPerformanceMonitor => experiment;

    public static AutoMLExperiment SetPerformanceMonitor<TPerformanceMonitor>(this AutoMLExperiment experiment) where TPerformanceMonitor : class, IPerformanceMonitor => experiment;

    public static AutoMLExperiment SetSmacTuner(
        this AutoMLExperiment experiment, int numberInitialPopulation = 20, int fitModelEveryNTrials = 10, int numberOfTrees = 10, int nMinForSpit = 2, float splitRatio = 0.8f,
        int localSearchParentCount = 5, int numRandomEISearchConfigurations = 5000, double epsilon = 1e-5, int numNeighboursForNumericalParams = 4) => experiment;

    public static AutoMLExperiment SetCostFrugalTuner(this AutoMLExperiment experiment) => experiment;

    public static AutoMLExperiment SetRandomSearchTuner(this AutoMLExperiment experiment, int? seed = null) => experiment;

    public static AutoMLExperiment SetGridSearchTuner(this AutoMLExperiment experiment, int step = 10) => experiment;

    public static AutoMLExperiment SetCheckpoint(this AutoMLExperiment experiment, string folder) => experiment;

    public static AutoMLExperiment SetEciCostFrugalTuner(this AutoMLExperiment experiment) => experiment;
}

public interface IMonitor
{
    void ReportCompletedTrial(TrialResult result);

    void ReportBestTrial(TrialResult result);

    void ReportFailTrial(TrialSettings settings, Exception exception = null);

    void ReportRunningTrial(TrialSettings settings);
}

public interface IPerformanceMonitor : IDisposable
{
    event EventHandler<TrialPerformanceMetrics> PerformanceMetricsUpdated;

    void Start();

    void Pause();

    void Stop();

    double? GetPeakMemoryUsageInMegaByte();

    double? GetPeakCpuUsage();

    void OnPerformanceMetricsUpdatedHandler(TrialSettings trialSettings, TrialPerformanceMetrics metrics, CancellationTokenSource trialCancellationTokenSource);
}

public class TrialPerformanceMetrics
{
    public double CpuUsage { get; set; }

    public double? MemoryUsage { get; set; }

    public double? PeakCpuUsage { get; set; }

    public double? PeakMemoryUsage { get; set; }
}

public interface ITuner
{
    Parameter Propose(TrialSettings settings);

    void Update(TrialResult result);
}

public interface ITrialRunner : IDisposable
{
    Task<TrialResult> RunAsync(TrialSettings settings, CancellationToken ct);
}

public interface IDatasetManager;

public interface ITrainValidateDatasetManager : IDatasetManager
{
    IDataView LoadTrainDataset(MLContext context, TrialSettings settings);

    IDataView LoadValidateDataset(MLContext context, TrialSettings settings);
}

public interface IMetricManager
{
    bool IsMaximize { get; }

    string MetricName { get; }
}

public class TrialResult
{
    public TrialSettings TrialSettings { get; set; }

    public ITransformer Model { get; set; }

    public double Loss { get; set; }

    public double Metric { get; set; }

    public double DurationInMilliseconds { get; set; }

    public double? PeakCpu { get; set; }

    public double? PeakMemoryInMegaByte { get; set; }
}

public class TrialSettings
{
    public int TrialId { get; set; }

    public DateTime StartedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    public Parameter Parameter { get; set; }
}
