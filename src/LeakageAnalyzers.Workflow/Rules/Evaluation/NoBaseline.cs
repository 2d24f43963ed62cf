using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK504: nothing is evaluated that a score could be compared with. Silent where a second, simpler model is evaluated on the same rows, where a metric is read that is itself relative to a
/// trivial model: R² and the reduction of the log-loss, where a number that is computed of rows by hand is told beside the score; and where the evaluated model is not known, which may be the baseline.
/// </summary>
public sealed class NoBaseline() : EvaluationRule(EvaluationDescriptions.NoBaseline, EvaluationAspects.Baseline)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        if (score.Task is not (LearningTask.BinaryClassification or LearningTask.MulticlassClassification or LearningTask.Regression)
            || score.Evaluation is Evaluated { Model: null, IsPooled: false }
            || score.Shows(trace, EvaluationAspects.Baseline)
            || HasSimplerRival(trace, score))
        {
            return null;
        }

        var trained = score.Evaluation is Evaluated { Model: { } model } ? [new RelatedPlace(PlaceRole.Trained, model.Place)] : Enumerable.Empty<RelatedPlace>();
        return At(score.Evaluation.Place, trained, score.NameIn(trace), Advice(score));
    }

    // A second model on the test rows would be one more to choose from (LEAK303), but for one that looks at no feature.
    private static string Advice(QuotedScore score) => (score.Task, score.Evaluation) switch
    {
        (LearningTask.BinaryClassification, CrossValidated) => "Cross-validate the Prior trainer on the same rows",
        (LearningTask.BinaryClassification, _) => "Evaluate the Prior trainer on the same rows, or call Baselines.Evaluate of LeakageAnalyzers.Runtime",
        (LearningTask.MulticlassClassification, CrossValidated) => "Say what the most frequent class scores in each fold",
        (LearningTask.MulticlassClassification, _) => "Say what the most frequent class of the train rows scores, or call Baselines.Evaluate of LeakageAnalyzers.Runtime",
        (_, CrossValidated) => "Say what the mean of the label scores in each fold",
        _ => "Say what the mean of the label in the train rows scores, or call Baselines.Evaluate of LeakageAnalyzers.Runtime",
    };

    private static bool HasSimplerRival(WorkflowTrace trace, QuotedScore score)
    {
        var rivals = trace.All<Evaluated>().Where(evaluated => evaluated.Rows.RelationTo(score.Rows) == Relation.Equal).Select(evaluated => evaluated.Model?.Steps)
            .Concat(trace.All<CrossValidated>().Where(validated => validated.Rows.RelationTo(score.Rows) == Relation.Equal).Select(validated => validated.Steps))
            .OfType<EquatableList<PipelineStep>>()
            .Distinct()
            .ToList();
        return rivals.Count > 1 && rivals.Exists(IsSimple);
    }

    private static bool IsSimple(EquatableList<PipelineStep> steps) => steps.LastOrDefault(step => step.Class == StepClass.Trainer) is { } trainer && (trainer.IsBaseline || trainer.IsSimple);
}
