using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK501: a model gives probabilities, and no metric that depends on their being right is read, of whichever evaluation of the study.</summary>
public sealed class NoCalibrationMetric() : EvaluationRule(EvaluationDescriptions.NoCalibrationMetric, EvaluationAspects.Calibration)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options) =>
        score.Evaluation is Evaluated { GivesProbabilities: true } evaluated && !score.Shows(trace, EvaluationAspects.Calibration)
            && !trace.All<MetricRead>().Any(read => read.Shows.HasFlag(EvaluationAspects.Calibration) && Studies.MayBeOfOne(read.Measurement.Evaluation, evaluated))
            ? At(evaluated.Place, [], score.NameIn(trace))
            : null;
}
