using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK504: nothing is evaluated that a score could be compared with. Silent where a second, simpler model is evaluated on the same rows, and where a metric is read that is itself relative to a
/// trivial model: R² and the reduction of the log-loss.
/// </summary>
public sealed class NoBaseline() : EvaluationRule(EvaluationDescriptions.NoBaseline, EvaluationAspects.Baseline)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        if (score.Task is not (LearningTask.BinaryClassification or LearningTask.MulticlassClassification or LearningTask.Regression)
            || score.Shows(trace, EvaluationAspects.Baseline)
            || HasSimplerRival(trace, score))
        {
            return null;
        }

        var trained = score.Evaluation is Evaluated { Model: { } model } ? [new RelatedPlace(PlaceRole.Trained, model.Place)] : Enumerable.Empty<RelatedPlace>();
        return At(score.Evaluation.Place, trained, score.NameIn(trace), score.Task == LearningTask.BinaryClassification ? "the Prior trainer" : "a simple linear model");
    }

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
