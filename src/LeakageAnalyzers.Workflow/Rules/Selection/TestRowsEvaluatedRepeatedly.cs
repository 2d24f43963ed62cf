using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>
/// LEAK303: several models are evaluated on one test partition. Silent where LEAK302 says it already, where one of two models is the prior that the other has to beat or one pipeline fitted on more rows, and
/// where the rows are validation rows: others are evaluated later, or scored and judged by hand, or their name says so.
/// </summary>
public sealed class TestRowsEvaluatedRepeatedly : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => SelectionDescriptions.TestRowsEvaluatedRepeatedly;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        var evaluations = HeldOut.Evaluations(trace).Where(evaluated => evaluated.Model is not { IsBaseline: true } && !HeldOut.IsNamedValidation(trace, evaluated)).ToList();
        var waiting = evaluations.Where(evaluated => evaluated.Model is not null).ToList();
        var chosen = ChosenByTestScore.Choices(trace).Select(choice => choice.Evaluated.Rows).ToList();
        while (waiting.Count > 0)
        {
            var first = waiting[0];
            var same = waiting.Where(other => IsOfSameQuestion(first, other)).ToList();
            waiting.RemoveAll(same.Contains);

            // Of several held-out partitions the one that is evaluated last is the test.
            var last = evaluations.Last(evaluated => !evaluated.IsExclusiveOf(first));
            if (last.Rows.RelationTo(first.Rows) != Relation.Equal || HeldOut.IsTestedByHandElsewhere(trace, first.Rows) || chosen.Exists(rows => rows.RelationTo(first.Rows).SharesRows()))
            {
                continue;
            }

            foreach (var repeated in same.Where((evaluated, i) => same.Take(i).Any(earlier => IsAnotherModel(earlier, evaluated)) || IsRepeatedInLoop(trace, evaluated)))
            {
                yield return Report(trace, repeated, same);
            }
        }
    }

    private static bool IsOfSameQuestion(Evaluated one, Evaluated other) =>
        one.Equals(other) || (one.Task == other.Task && LabelOf(one) == LabelOf(other) && one.Rows.RelationTo(other.Rows) == Relation.Equal);

    private static string? LabelOf(Evaluated evaluated) => evaluated.Model!.Steps.Select(step => step.Label).LastOrDefault(label => label is not null);

    // One run of one call evaluates one model, of however many it may be.
    private static bool IsAnotherModel(Evaluated one, Evaluated other) => !one.Model!.Equals(other.Model) && !one.IsExclusiveOf(other) && (one.Run.Length == 0 || one.Run != other.Run) && !IsRefit(one.Model, other.Model!);

    // The chosen pipeline, fitted on the validation rows too before it goes out, is no rival of itself.
    private static bool IsRefit(FittedModel one, FittedModel other) =>
        one.Steps.Equals(other.Steps) && one.Steps.All(step => step.Class != StepClass.Unknown) && !SymbolicId.MayBeIterationsOfOne(one.Id, other.Id)
        && one.TrainedOn.RelationTo(other.TrainedOn) is not Relation.Equal;

    // A loop that makes models, or that comes to the evaluation once, is no loop that evaluates them, and where each predicts another column there is no best of them.
    private static bool IsRepeatedInLoop(WorkflowTrace trace, Evaluated evaluated)
    {
        var inOneTurn = trace.All<EvaluatedInOneTurn>().Where(once => once.Place.Equals(evaluated.Place)).Select(once => once.Loop);
        var rows = evaluated.Rows.Provenance.ToString() + string.Concat(inOneTurn);
        return SymbolicId.VariesMoreThan(evaluated.Run, rows) && SymbolicId.VariesMoreThan(evaluated.Model!.Id, rows) && HeldOut.AreAlwaysTheSame(trace, evaluated.Place)
            && !trace.All<Evaluated>().Any(other => other.Place.Equals(evaluated.Place) && other.Model is not null && LabelOf(other) != LabelOf(evaluated));
    }

    private Finding Report(WorkflowTrace trace, Evaluated repeated, List<Evaluated> same)
    {
        var others = same.Where(other => !other.Place.Equals(repeated.Place)).Select(other => other.Place).Distinct().ToList();
        var story = others.Count == 0 ? "this line runs for each of them" : "also at " + string.Join(", ", others.Select(place => place.DescribeFrom(repeated.Place)));
        return new Finding(
            Description,
            repeated.Place,
            EquatableList<RelatedPlace>.From(same.Select(other => new RelatedPlace(PlaceRole.Trained, other.Model!.Place)).Concat(others.Select(place => new RelatedPlace(PlaceRole.Tested, place))).Distinct()),
            EquatableList<string>.From([HeldOut.NameOf(trace, repeated.Rows), story]));
    }
}
