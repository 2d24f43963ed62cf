using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>
/// LEAK304: cross-validation scores, or scores on validation rows, choose the model, and the same scores are what is reported. Silent where a model is evaluated on rows outside of these, and
/// where the average of all folds is reported and not the best of them.
/// </summary>
public sealed class ChoosingScoreReported : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => SelectionDescriptions.ChoosingScoreReported;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        if (trace.All<Shown>().Any(shown => shown.Aspects.HasFlag(EvaluationAspects.Selection)))
        {
            yield break;
        }

        foreach (var choice in ScoreRange.Choices(trace).Where(choice => choice.Decides == Decision.Candidate))
        {
            var scores = choice.Candidates.Where(candidate => IsOfValidation(trace, candidate)).ToList();
            if (scores.Count == 0 || scores.Exists(score => HeldOut.IsTestedElsewhere(trace, score.Rows)))
            {
                continue;
            }

            // The folds of one cross-validation are no candidates until the best of them is picked.
            var areSeveral = scores.Exists(score => score.IsOfEarlierIterations || scores.Exists(score.IsOfAnotherCandidateThan));
            var report = trace.All<Reported>().FirstOrDefault(reported => reported.Measurements.Any(measurement =>
                (areSeveral || measurement.IsBest) && scores.Exists(score => score.Evaluation.Equals(measurement.Evaluation))));
            if (report is not null)
            {
                yield return new Finding(
                    Description,
                    choice.Place,
                    EquatableList<RelatedPlace>.From(scores.Select(score => new RelatedPlace(RoleOf(score), score.Evaluation.Place)).Distinct()),
                    EquatableList<string>.From([report.DescribeFrom(choice.Place)]));
            }
        }
    }

    private static bool IsOfValidation(WorkflowTrace trace, Measurement candidate) => candidate.Evaluation switch
    {
        CrossValidated => true,
        Evaluated evaluated => HeldOut.IsHeldOut(evaluated) && HeldOut.IsNamedValidation(trace, evaluated),
        _ => false,
    };

    private static PlaceRole RoleOf(Measurement score) => score.Evaluation is CrossValidated ? PlaceRole.CrossValidated : PlaceRole.Tested;
}
