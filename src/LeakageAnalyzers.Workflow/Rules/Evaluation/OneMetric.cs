using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK507: one metric of the quoted evaluation is read, and no other. Silent where all metrics leave the program at once, and for a table such as the confusion matrix.</summary>
public sealed class OneMetric() : EvaluationRule(EvaluationDescriptions.OneMetric, EvaluationAspects.SeveralMetrics)
{
    private static readonly (LearningTask Task, EvaluationAspects Aspect, string Text)[] Others =
    [
        (LearningTask.BinaryClassification, EvaluationAspects.Discrimination, "discrimination (area under the ROC curve)"),
        (LearningTask.BinaryClassification, EvaluationAspects.ErrorsOfEachClass, "errors of both kinds (recall, precision)"),
        (LearningTask.BinaryClassification, EvaluationAspects.Calibration, "calibration (log-loss)"),
        (LearningTask.MulticlassClassification, EvaluationAspects.ErrorsOfEachClass, "the accuracy of each class (macro-accuracy, confusion matrix)"),
        (LearningTask.MulticlassClassification, EvaluationAspects.Calibration, "calibration (log-loss)"),
        (LearningTask.MulticlassClassification, EvaluationAspects.Accuracy, "the share of rows that are right (micro-accuracy)"),
        (LearningTask.Regression, EvaluationAspects.ErrorInUnit, "an error in the unit of the label (mean absolute error)"),
        (LearningTask.Regression, EvaluationAspects.Baseline, "the share of the variance that is explained (R²)"),
    ];

    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options) =>
        score.Evaluation is Evaluated evaluated && score.MetricsIn(trace) is [{ } only] && !score.Shows(trace, EvaluationAspects.SeveralMetrics) && OthersFor(evaluated, aspect => score.Reads(trace, aspect)) is { Length: > 0 } others
            ? At(score.Evaluation.Place, [], only, score.NameIn(trace), others)
            : null;

    // What the one metric shows is not asked for again, and probabilities only of a model that gives them.
    private static string OthersFor(Evaluated evaluated, Func<EvaluationAspects, bool> isRead)
    {
        var others = Others.Where(other => other.Task == evaluated.Task && !isRead(other.Aspect) && (other.Aspect != EvaluationAspects.Calibration || evaluated.GivesProbabilities)).Select(other => other.Text).ToList();
        return others.Count < 2 ? string.Concat(others) : $"{string.Join(", ", others.Take(others.Count - 1))} and {others[others.Count - 1]}";
    }
}
