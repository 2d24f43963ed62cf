using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>Scores of several runs that are told as a range, such as from the least to the greatest or by their quartiles: that says how far they move, and chooses none.</summary>
internal static class ScoreRange
{
    /// <summary>The choices between scores of which more goes on than the ends of their range.</summary>
    public static IEnumerable<Chosen> Choices(WorkflowTrace trace) => trace.All<Chosen>().Where(choice => !(choice.TakesScore && choice.Candidates.All(candidate => IsTold(trace, candidate))));

    /// <summary>Whether scores like <paramref name="measurement"/> are taken at two positions of their order at least.</summary>
    public static bool IsTold(WorkflowTrace trace, Measurement measurement) => trace.All<ScoreTaken>()
        .Where(taken => taken.Scores.Any(score => score.Metric == measurement.Metric && score.Evaluation.Place.Equals(measurement.Evaluation.Place)))
        .Select(taken => taken.Position)
        .Distinct()
        .Skip(1)
        .Any();
}
