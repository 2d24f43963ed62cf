using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules.Selection;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>The score that a reader would quote: of all reported ones the last on held-out rows, else the last of a cross-validation.</summary>
/// <param name="Evaluation">The <see cref="Evaluated"/> or <see cref="CrossValidated"/>.</param>
/// <param name="Report">Where it leaves the program first.</param>
internal sealed record QuotedScore(WorkflowEvent Evaluation, Reported Report)
{
    /// <summary>The tested rows.</summary>
    public RowSet Rows => Evaluation is Evaluated evaluated ? evaluated.Rows : ((CrossValidated)Evaluation).Rows;

    /// <summary>What was measured.</summary>
    public LearningTask Task => Evaluation is Evaluated evaluated ? evaluated.Task : ((CrossValidated)Evaluation).Steps.Select(step => step.Task).LastOrDefault(task => task != LearningTask.None);

    /// <summary>The model's steps, where they are known.</summary>
    public EquatableList<PipelineStep>? Steps => Evaluation is Evaluated evaluated ? evaluated.Model?.Steps : ((CrossValidated)Evaluation).Steps;

    /// <summary>The score that a reader of <paramref name="trace"/> would quote; null where none is reported.</summary>
    public static QuotedScore? Of(WorkflowTrace trace)
    {
        var reports = trace.All<Reported>().ToList();
        var tests = HeldOut.Evaluations(trace).Where(evaluated => evaluated.Model is not { IsBaseline: true } && evaluated.Task is
            LearningTask.BinaryClassification or LearningTask.MulticlassClassification or LearningTask.Regression or LearningTask.Ranking);
        return Last(tests, reports) ?? Last(trace.All<CrossValidated>(), reports);
    }

    /// <summary>What the source calls the tested rows.</summary>
    public string NameIn(WorkflowTrace trace) => HeldOut.NameOf(trace, Rows);

    /// <summary>The metrics that are read of it, each once; null stands for all of them at once.</summary>
    public IReadOnlyList<string?> MetricsIn(WorkflowTrace trace)
    {
        var read = trace.All<MetricRead>().Select(read => read.Measurement);
        var reported = trace.All<Reported>().SelectMany(report => report.Measurements).Where(measurement => measurement.Metric is null);
        return read.Concat(reported).Where(IsOfThis).Select(measurement => measurement.Metric).Distinct().ToList();
    }

    /// <summary>Whether a metric that is read of it shows any of <paramref name="aspects"/>, or all metrics are.</summary>
    public bool Shows(WorkflowTrace trace, EvaluationAspects aspects) =>
        MetricsIn(trace).Contains(null) || trace.All<MetricRead>().Any(read => IsOfThis(read.Measurement) && (read.Shows & aspects) != 0);

    private static QuotedScore? Last(IEnumerable<WorkflowEvent> evaluations, List<Reported> reports)
    {
        var scores = Reported(evaluations, reports).ToList();
        var last = scores.LastOrDefault();

        // A part of the test rows, such as a subgroup, is no score of the model.
        return last is null ? null : scores.LastOrDefault(score => score.Rows.RelationTo(last.Rows) == Relation.Superset) ?? last;
    }

    private static IEnumerable<QuotedScore> Reported(IEnumerable<WorkflowEvent> evaluations, List<Reported> reports) => evaluations
        .Select(evaluation => (Evaluation: evaluation, Report: reports.Find(report => report.Measurements.Any(measurement => measurement.Evaluation.Equals(evaluation)))))
        .Where(candidate => candidate.Report is not null)
        .Select(candidate => new QuotedScore(candidate.Evaluation, candidate.Report!));

    private bool IsOfThis(Measurement measurement) => measurement.Evaluation.Place.Equals(Evaluation.Place);
}
