using Microsoft.ML.Data;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

// Runs a search of its own, and overrides all that its base class does.
public sealed class BinaryClassificationExperiment : ExperimentBase<BinaryClassificationMetrics, BinaryExperimentSettings>
{
    public override ExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<BinaryClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<BinaryClassificationMetrics>>();

    public override ExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<BinaryClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<BinaryClassificationMetrics>>();

    public override ExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, IDataView validationData, string labelColumnName = "Label", IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<BinaryClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<BinaryClassificationMetrics>>();

    public override ExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, IDataView validationData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<BinaryClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<BinaryClassificationMetrics>>();

    public override CrossValidationExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, ColumnInformation columnInformation = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<BinaryClassificationMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<BinaryClassificationMetrics>>();

    public override CrossValidationExperimentResult<BinaryClassificationMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<BinaryClassificationMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<BinaryClassificationMetrics>>();
}
