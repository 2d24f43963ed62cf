using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>Evaluations on rows that the evaluated model was not trained on, and which of these rows are the test rows.</summary>
internal static class HeldOut
{
    // Transformations that are followed back to the name of the rows they began with.
    private const int LongestChain = 8;

    private static readonly string[] ValidationWords = ["validation", "validate", "valid", "val", "dev", "development", "tuning", "tune"];

    /// <summary>Evaluations of models on rows that they were not trained on, as far as anybody can tell.</summary>
    public static IEnumerable<Evaluated> Evaluations(WorkflowTrace trace) => trace.Once(nameof(HeldOut), asked => asked.All<Evaluated>().Where(IsHeldOut).ToList());

    /// <summary>Whether the rows of <paramref name="evaluated"/> are not known to have trained its model, and it is a score that a model can be better in by being better.</summary>
    public static bool IsHeldOut(Evaluated evaluated) =>
        evaluated.Task is not (LearningTask.Clustering or LearningTask.None) && !(evaluated.Model is { } model && evaluated.Rows.RelationTo(model.TrainedOn).SharesRows());

    /// <summary>Whether a model is evaluated on rows outside of <paramref name="rows"/>, by ML.NET or by hand: then these are validation rows, and those are the test.</summary>
    public static bool IsTestedElsewhere(WorkflowTrace trace, RowSet rows) => Evaluations(trace).Any(evaluated => !evaluated.Rows.RelationTo(rows).SharesRows()) || IsTestedByHandElsewhere(trace, rows);

    /// <summary>Whether a model scores other rows, such as those of another file, that it has not learned from, and the program does something with its predictions but for an evaluation.</summary>
    public static bool IsTestedByHandElsewhere(WorkflowTrace trace, RowSet rows) => ScoredByHand(trace).Any(scored => scored.RelationTo(rows) == Relation.Disjoint);

    /// <summary>What the source calls <paramref name="rows"/> before anything transformed them.</summary>
    public static string NameOf(WorkflowTrace trace, RowSet rows) => NameOf(trace, rows, LongestChain);

    /// <summary>Whether their name says that <paramref name="evaluated"/>'s rows are there to choose by.</summary>
    public static bool IsNamedValidation(WorkflowTrace trace, Evaluated evaluated)
    {
        var words = ColumnNameWords.Of(NameOf(trace, evaluated.Rows));
        return words.Any(word => ValidationWords.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether <paramref name="measurement"/> stands for a model an iteration, each evaluated on the same rows.</summary>
    public static bool IsRepeatedOnSameRows(WorkflowTrace trace, Measurement measurement) =>
        measurement.IsOfEarlierIterations && !SymbolicId.VariesWith(measurement.Rows.Provenance.ToString() ?? "", SymbolicId.EarlierLoops(measurement.Run)) && AreAlwaysTheSame(trace, measurement.Evaluation.Place);

    /// <summary>Whether all runs of the evaluation at <paramref name="place"/> test the same rows.</summary>
    public static bool AreAlwaysTheSame(WorkflowTrace trace, Place place)
    {
        var runs = trace.All<Evaluated>().Where(evaluated => evaluated.Place.Equals(place)).ToList();
        return runs.TrueForAll(run => run.Rows.RelationTo(runs[0].Rows) == Relation.Equal);
    }

    // What an evaluation is made of is no test by hand, and scores that another model learns from, or that set a threshold, test nothing.
    private static List<RowSet> ScoredByHand(WorkflowTrace trace) => trace.Once(nameof(ScoredByHand), asked => asked.All<Transformed>()
        .Where(scoring => scoring.Output.ScoredBy is { IsBaseline: false } model && model.Equals(scoring.Model) && IsTest(model, scoring.Output)
            && !asked.All<Evaluated>().Any(evaluated => model.Equals(evaluated.Model) && evaluated.Rows.RelationTo(scoring.Output) == Relation.Equal)
            && !asked.All<Fitted>().Any(fit => fit.Model.TrainedOn.Carry(model) && fit.Model.TrainedOn.RelationTo(scoring.Output).SharesRows())
            && !asked.All<Tuned>().Any(tuned => tuned.Rows.RelationTo(scoring.Output).SharesRows()))
        .Select(scoring => scoring.Output)
        .ToList());

    private static bool IsTest(FittedModel model, RowSet rows) =>
        model.Steps.Any(step => step.Class == StepClass.Trainer && step.Task is not (LearningTask.Clustering or LearningTask.None)) && !rows.RelationTo(model.TrainedOn).SharesRows();

    private static string NameOf(WorkflowTrace trace, RowSet rows, int left)
    {
        var before = trace.All<Transformed>().FirstOrDefault(transformed => transformed.Output.Provenance.Equals(rows.Provenance) && (transformed.Output with { Name = rows.Name }).Equals(rows) && !transformed.Input.Equals(transformed.Output))?.Input;
        return before is { Name.Length: > 0 } && left > 0 ? NameOf(trace, before, left - 1) : rows.NameBeforeScoring ?? rows.Name;
    }
}
