using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// Which evaluations are of one study: they answer one question, the same label of the same task, from one body of rows, or one call makes them. A program may hold several studies, and a reader
/// quotes a score of each.
/// </summary>
internal static class Studies
{
    /// <summary>The <paramref name="evaluations"/>, study by study, in the order of their last ones.</summary>
    public static IReadOnlyList<IReadOnlyList<WorkflowEvent>> Of(IEnumerable<WorkflowEvent> evaluations)
    {
        var studies = new List<List<WorkflowEvent>>();
        foreach (var evaluation in evaluations)
        {
            // What relates to two studies makes them one.
            var related = studies.Where(study => study.Exists(other => AreOfOne(evaluation, other))).ToList();
            studies.RemoveAll(related.Contains);
            studies.Add([.. related.SelectMany(study => study), evaluation]);
        }

        return studies;
    }

    /// <summary>Whether <paramref name="one"/> and <paramref name="other"/> are known to be evaluations of one study.</summary>
    public static bool AreOfOne(WorkflowEvent one, WorkflowEvent other) =>
        one.Place.Equals(other.Place) || (AskTheSame(one, other) && RowsOf(one).Any(rows => RowsOf(other).Any(others => rows.Provenance.OriginsRelateTo(others.Provenance) == Relation.Equal)));

    /// <summary>Whether <paramref name="one"/> and <paramref name="other"/> may be evaluations of one study: nothing proves that their rows come from elsewhere.</summary>
    public static bool MayBeOfOne(WorkflowEvent one, WorkflowEvent other) =>
        AreOfOne(one, other) || (AskTheSame(one, other) && RowsOf(one).Any(rows => RowsOf(other).Any(others => rows.Provenance.OriginsRelateTo(others.Provenance) == Relation.Unknown)));

    /// <summary>What an evaluation measures.</summary>
    public static LearningTask TaskOf(WorkflowEvent evaluation) => evaluation is Evaluated evaluated ? evaluated.Task : StepsOf(evaluation).Select(step => step.Task).LastOrDefault(task => task != LearningTask.None);

    // What is not known of a model may be the same as of another.
    private static bool AskTheSame(WorkflowEvent one, WorkflowEvent other) =>
        (TaskOf(one) == TaskOf(other) || TaskOf(one) == LearningTask.None || TaskOf(other) == LearningTask.None)
        && (LabelOf(one) is not { } label || LabelOf(other) is not { } otherLabel || label == otherLabel);

    private static string? LabelOf(WorkflowEvent evaluation) => StepsOf(evaluation).Select(step => step.Label).LastOrDefault(label => label is not null);

    private static IEnumerable<PipelineStep> StepsOf(WorkflowEvent evaluation) => evaluation is Evaluated evaluated ? evaluated.Model?.Steps ?? Enumerable.Empty<PipelineStep>() : ((CrossValidated)evaluation).Steps;

    private static IEnumerable<RowSet> RowsOf(WorkflowEvent evaluation) => evaluation is not Evaluated evaluated ? [((CrossValidated)evaluation).Rows]
        : evaluated.Model is { } model ? [evaluated.Rows, model.TrainedOn]
        : [evaluated.Rows];
}
