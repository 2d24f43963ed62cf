using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>Reads an estimator as the steps that the rules know.</summary>
internal static class PipelineReader
{
    private const string TrainerSuffix = "Trainer";
    private const string EstimatorSuffix = "Estimator";

    // Where trainers and estimators keep the names of the columns that they read.
    private static readonly string[] TrainerInputs =
        ["FeatureColumn.Name", "FeatureColumns.Name", "MatrixColumnIndexName", "MatrixRowIndexName", "WeightColumn.Name"];

    /// <summary>The steps of <paramref name="estimator"/>, first one first.</summary>
    public static EquatableList<PipelineStep> Read(object estimator, Place place) =>
        EquatableList<PipelineStep>.From(EstimatorMembers.Flatten(estimator).Select(step => ReadStep(step, place)));

    private static PipelineStep ReadStep(object estimator, Place place)
    {
        var (name, stepClass, task) = Classify(estimator);
        return stepClass == StepClass.Trainer
            ? new PipelineStep(
                name, stepClass, task, Names(estimator, TrainerInputs), EquatableList<string>.Empty, Names(estimator, "LabelColumn.Name") is [var label, ..] ? label : null, place)
            {
                Group = Names(estimator, "GroupIdColumn.Name") is [var group, ..] ? group : null,
            }
            : new PipelineStep(name, stepClass, task, Names(estimator, "_columns.InputColumnName"), Names(estimator, "_columns.Name", "_columns.OutputColumnName"), null, place);
    }

    private static EquatableList<string> Names(object estimator, params string[] paths) =>
        EquatableList<string>.From(paths.SelectMany(path => EstimatorMembers.At(estimator, path)).OfType<string>());

    private static (string Name, StepClass Class, LearningTask Task) Classify(object estimator)
    {
        var type = estimator.GetType();
        var typeName = NameOf(type);
        if (EstimatorMembers.IsOfMlNet(type) && EstimatorTable.Preparations.TryGetValue(typeName, out var entry))
        {
            var (name, stepClass) = entry.Of(estimator);
            return (name, stepClass, LearningTask.None);
        }

        if (EstimatorMembers.TransformerOf(type) is { } transformer && EstimatorTable.TasksByTransformer.TryGetValue(NameOf(transformer), out var task))
        {
            return (Without(typeName, TrainerSuffix), StepClass.Trainer, task);
        }

        var isTrainer = type.GetInterfaces().Any(contract => NameOf(contract) == "ITrainerEstimator");
        return isTrainer ? (Without(typeName, TrainerSuffix), StepClass.Trainer, LearningTask.None)
            : (Without(typeName, EstimatorSuffix), IsTrivial(type) ? StepClass.Stateless : StepClass.Unknown, LearningTask.None);
    }

    private static bool IsTrivial(Type? type) => type is not null && (NameOf(type) == "TrivialEstimator" || IsTrivial(type.BaseType));

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string Without(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) && name != suffix ? name.Substring(0, name.Length - suffix.Length) : name;
}
