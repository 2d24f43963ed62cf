using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK507: one metric of the quoted evaluation is read, and no other. Silent where all metrics leave the program at once, and for a table such as the confusion matrix.</summary>
public sealed class OneMetric() : EvaluationRule(EvaluationDescriptions.OneMetric, EvaluationAspects.SeveralMetrics)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options) =>
        score.Evaluation is Evaluated && OthersFor(score.Task) is { } others && score.MetricsIn(trace) is [{ } only] && !score.Shows(trace, EvaluationAspects.SeveralMetrics)
            ? At(score.Evaluation.Place, [], only, score.NameIn(trace), others)
            : null;

    private static string? OthersFor(LearningTask task) => task switch
    {
        LearningTask.BinaryClassification => "discrimination (area under the ROC curve), errors of both kinds (recall, precision) and calibration (log-loss)",
        LearningTask.MulticlassClassification => "the accuracy of each class (macro-accuracy, confusion matrix) and calibration (log-loss)",
        LearningTask.Regression => "an error in the unit of the label (mean absolute error) and the share of the variance that is explained (R²)",
        _ => null,
    };
}
