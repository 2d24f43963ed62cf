using Microsoft.ML.Data;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

// Runs a search of its own, and overrides all that its base class does.
public sealed class MulticlassClassificationExperiment : ExperimentBase<MulticlassClassificationMetrics, MulticlassExperimentSettings>
{
    public override ExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<MulticlassClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<MulticlassClassificationMetrics>>();

    public override ExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<MulticlassClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<MulticlassClassificationMetrics>>();

    public override ExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, IDataView validationData, string labelColumnName = "Label", IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<MulticlassClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<MulticlassClassificationMetrics>>();

    public override ExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, IDataView validationData, ColumnInformation columnInformation, IEstimator<ITransformer> preFeaturizer = null, IProgress<RunDetail<MulticlassClassificationMetrics>> progressHandler = null) =>
        Signature.Only<ExperimentResult<MulticlassClassificationMetrics>>();

    public override CrossValidationExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, ColumnInformation columnInformation = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<MulticlassClassificationMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<MulticlassClassificationMetrics>>();

    public override CrossValidationExperimentResult<MulticlassClassificationMetrics> Execute(
        IDataView trainData, uint numberOfCVFolds, string labelColumnName = "Label", string samplingKeyColumn = null, IEstimator<ITransformer> preFeaturizer = null,
        IProgress<CrossValidationRunDetail<MulticlassClassificationMetrics>> progressHandler = null) => Signature.Only<CrossValidationExperimentResult<MulticlassClassificationMetrics>>();
}
