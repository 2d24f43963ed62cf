using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules.Selection;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK503: the raw difference of the scores of two models decides something. Silent where LEAK302 reports the same comparison, in test projects, and where the program compares models beyond chance.
/// </summary>
public sealed class RawDifference : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => EvaluationDescriptions.RawDifference;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        if (options.IsTestProject || trace.All<Shown>().Any(shown => shown.Aspects.HasFlag(EvaluationAspects.Comparison)))
        {
            return [];
        }

        var worse = ChosenByTestScore.Choices(trace).Select(choice => choice.Choice.Place).ToList();
        var raw = new List<Chosen>();
        foreach (var choice in ScoreRange.Choices(trace).Where(choice => !worse.Contains(choice.Place) && IsBetweenModels(trace, choice)))
        {
            // One a study.
            if (!raw.Exists(earlier => earlier.Candidates.Any(one => choice.Candidates.Any(other => Studies.AreOfOne(one.Evaluation, other.Evaluation)))))
            {
                raw.Add(choice);
            }
        }

        return raw.Select(choice => new Finding(
            Description,
            choice.Place,
            EquatableList<RelatedPlace>.From(choice.Candidates.Select(candidate => new RelatedPlace(PlaceRole.Tested, candidate.Evaluation.Place)).Distinct()),
            EquatableList<string>.Empty));
    }

    // The best and the worst of several folds, files or seeds are of one model.
    private static bool IsBetweenModels(WorkflowTrace trace, Chosen choice) => choice.Candidates.Any(candidate => candidate.Evaluation switch
    {
        Evaluated evaluated => HeldOut.IsHeldOut(evaluated)
            && (HeldOut.IsRepeatedOnSameRows(trace, candidate) || choice.Candidates.Any(other => other.IsOfAnotherCandidateThan(candidate) && IsMeasuredApart(evaluated, other.Evaluation))),
        _ => candidate.IsOfEarlierIterations || choice.Candidates.Any(other => other.IsOfAnotherCandidateThan(candidate)),
    });

    // A helper evaluates all models at one place; there, another model is one that other code makes.
    private static bool IsMeasuredApart(Evaluated evaluated, WorkflowEvent other) => !other.Place.Equals(evaluated.Place)
        || (other is Evaluated { Model: { } otherModel } rival && evaluated.Model is { } model && AreMadeApart(model, otherModel) && rival.Rows.RelationTo(evaluated.Rows) != Relation.Disjoint);

    private static bool AreMadeApart(FittedModel model, FittedModel other) =>
        !model.Place.Equals(other.Place) || !model.Steps.Select(step => step.Place).SequenceEqual(other.Steps.Select(step => step.Place));
}
