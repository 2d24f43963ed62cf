using Microsoft.ML.Data;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

// Runs a search of its own, and overrides all that its base class does.
public sealed class RegressionExperiment : ExperimentBase<RegressionMetrics, RegressionExperimentSettings>
{
    public override ExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<RegressionMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<RegressionMetrics>>();

    public override ExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<RegressionMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<RegressionMetrics>>();

    public override ExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, IDataView validationData, string labelColumnName = "Label", IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<RegressionMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<RegressionMetrics>>();

    public override ExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, IDataView validationData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<RegressionMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<RegressionMetrics>>();

    public override CrossValidationExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, ColumnInformation columnInformation = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<RegressionMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<RegressionMetrics>>();

    public override CrossValidationExperimentResult<RegressionMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<RegressionMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<RegressionMetrics>>();
}
