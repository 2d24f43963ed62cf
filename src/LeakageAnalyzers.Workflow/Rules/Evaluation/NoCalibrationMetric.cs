using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK501: a model gives probabilities, and no metric that depends on their being right is read.</summary>
public sealed class NoCalibrationMetric() : EvaluationRule(EvaluationDescriptions.NoCalibrationMetric, EvaluationAspects.Calibration)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options) =>
        score.Evaluation is Evaluated { GivesProbabilities: true } evaluated && !score.Shows(trace, EvaluationAspects.Calibration)
            ? At(evaluated.Place, [], score.NameIn(trace))
            : null;
}
