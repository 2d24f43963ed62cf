using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK502: a score is reported and nothing that says how far it can be trusted. Silent where the study shows the spread over folds, runs or draws of the test rows, and on the score of a search, which is no performance at all (LEAK304).
/// </summary>
public sealed class NoInterval() : EvaluationRule(EvaluationDescriptions.NoInterval, EvaluationAspects.Interval)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options) => score.Evaluation is CrossValidated { IsSearch: true } || score.ShowsSpread(trace)
        ? null
        : At(
            score.Evaluation.Place,
            [],
            score.NameIn(trace),
            score.Report.DescribeFrom(score.Evaluation.Place),
            score.Evaluation is Evaluated
                ? "a confidence interval with it, as EvaluateWithIntervals of LeakageAnalyzers.Runtime does"
                : "the spread over the folds with it, or evaluate held-out rows with EvaluateWithIntervals of LeakageAnalyzers.Runtime");
}
