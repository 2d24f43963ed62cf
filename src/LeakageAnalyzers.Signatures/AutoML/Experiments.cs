using Microsoft.ML.Data;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

public abstract class ExperimentBase<TMetrics, TExperimentSettings> where TMetrics : class where TExperimentSettings : ExperimentSettings
{
    public virtual ExperimentResult<TMetrics> Execute(
        IDataView trainData, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<TMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<TMetrics>>();

    public virtual ExperimentResult<TMetrics> Execute(
        IDataView trainData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<TMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<TMetrics>>();

    public virtual ExperimentResult<TMetrics> Execute(
        IDataView trainData, IDataView validationData, string labelColumnName = "Label", IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<TMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<TMetrics>>();

    public virtual ExperimentResult<TMetrics> Execute(
        IDataView trainData, IDataView validationData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<TMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<TMetrics>>();

    public virtual CrossValidationExperimentResult<TMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, ColumnInformation columnInformation = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<TMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<TMetrics>>();

    public virtual CrossValidationExperimentResult<TMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<TMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<TMetrics>>();
}

public sealed class RankingExperiment : ExperimentBase<RankingMetrics, RankingExperimentSettings>;

public sealed class RecommendationExperiment : ExperimentBase<RegressionMetrics, RecommendationExperimentSettings>;
