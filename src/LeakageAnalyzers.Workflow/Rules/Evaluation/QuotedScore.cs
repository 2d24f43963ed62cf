using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules.Selection;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>The score that a reader would quote of a study: of all reported ones the last on held-out rows, else the last of a cross-validation.</summary>
/// <param name="Evaluation">The <see cref="Evaluated"/> or <see cref="CrossValidated"/>.</param>
/// <param name="Report">Where it leaves the program first.</param>
internal sealed record QuotedScore(WorkflowEvent Evaluation, Reported Report)
{
    /// <summary>The tested rows.</summary>
    public RowSet Rows => Evaluation is Evaluated evaluated ? evaluated.Rows : ((CrossValidated)Evaluation).Rows;

    /// <summary>What was measured.</summary>
    public LearningTask Task => Studies.TaskOf(Evaluation);

    /// <summary>The model's steps, where they are known.</summary>
    public EquatableList<PipelineStep>? Steps => Evaluation is Evaluated evaluated ? evaluated.Model?.Steps : ((CrossValidated)Evaluation).Steps;

    /// <summary>The score that a reader of <paramref name="trace"/> would quote of each study; none of a study that reports none.</summary>
    public static IEnumerable<QuotedScore> AllOf(WorkflowTrace trace) => trace.Once(nameof(QuotedScore), Find);

    private static List<QuotedScore> Find(WorkflowTrace trace)
    {
        var reports = trace.All<Reported>().ToList();
        var tests = HeldOut.Evaluations(trace).Where(evaluated => evaluated.Model is not { IsBaseline: true } && evaluated.Task is
            LearningTask.BinaryClassification or LearningTask.MulticlassClassification or LearningTask.Regression or LearningTask.Ranking);
        var scores = tests.Concat<WorkflowEvent>(trace.All<CrossValidated>())
            .Select(evaluation => (Evaluation: evaluation, Report: reports.Find(report => report.Measurements.Any(measurement => measurement.Evaluation.Equals(evaluation)))))
            .Where(candidate => candidate.Report is not null)
            .Select(candidate => new QuotedScore(candidate.Evaluation, candidate.Report!))
            .ToList();
        return Studies.Of(scores.Select(score => score.Evaluation))
            .Select(study => scores.Where(score => study.Contains(score.Evaluation)).ToList())
            .Select(study => Last(study.Where(score => score.Evaluation is Evaluated)) ?? Last(study)!)
            .ToList();
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
        Reads(trace, aspects) || trace.All<MetricRead>().Any(read => IsAll(read.Measurement)) || trace.All<Reported>().Any(report => report.Measurements.Any(IsAll));

    /// <summary>Whether a number that is read of it, or computed from what is, shows any of <paramref name="aspects"/>.</summary>
    public bool Reads(WorkflowTrace trace, EvaluationAspects aspects) => trace.All<MetricRead>().Any(read => IsOfThis(read.Measurement) && (read.Shows & aspects) != 0);

    /// <summary>
    /// Whether the study shows how far scores move: those of each fold of a cross-validation leave the program, and not the mean or the best of them, or something is computed of them, or of the scores of
    /// other runs, that says so. Who is given all results of a cross-validation at once may show it.
    /// </summary>
    public bool ShowsSpread(WorkflowTrace trace) =>
        trace.All<Reported>().SelectMany(report => report.Measurements).Any(measurement => measurement is { IsSummary: false, IsBest: false, IsDeviation: false } && IsOfFolds(measurement))
        || trace.All<MetricRead>().Any(read => (read.Shows & EvaluationAspects.Interval) != 0 && IsOfRuns(read.Measurement))
        || trace.All<ScoreTaken>().SelectMany(taken => taken.Scores).Any(score => IsOfRuns(score) && ScoreRange.IsTold(trace, score));

    private static QuotedScore? Last(IEnumerable<QuotedScore> ofOneStudy)
    {
        var scores = ofOneStudy.ToList();
        var last = scores.LastOrDefault();

        // A part of the test rows, such as a subgroup, is no score of the model.
        return last is null ? null : scores.LastOrDefault(score => score.Rows.RelationTo(last.Rows) == Relation.Superset) ?? last;
    }

    private bool IsOfFolds(Measurement measurement) => measurement.Evaluation is CrossValidated { IsSearch: false } validated && Studies.MayBeOfOne(validated, Evaluation);

    // Folds, runs of the evaluation itself, and evaluations of its model on parts of its rows, such as those that are drawn from them.
    private bool IsOfRuns(Measurement measurement) => IsOfThis(measurement) || IsOfFolds(measurement)
        || (measurement.Evaluation is Evaluated { Model: { } model } && Evaluation is Evaluated { Model: { } own } && model.IsSameFitAs(own) && measurement.Rows.RelationTo(Rows) == Relation.Subset);

    private bool IsAll(Measurement measurement) => measurement.Metric is null && IsOfThis(measurement);

    private bool IsOfThis(Measurement measurement) => measurement.Evaluation.Place.Equals(Evaluation.Place);
}
