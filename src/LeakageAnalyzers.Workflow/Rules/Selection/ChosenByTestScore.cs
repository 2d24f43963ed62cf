using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Selection;

/// <summary>
/// LEAK302: scores of several models on the same test rows decide which model goes on. Silent where rows outside of these are evaluated too, or where their name says that they
/// are there to choose by: then they are validation rows.
/// </summary>
public sealed class ChosenByTestScore : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => SelectionDescriptions.ChosenByTestScore;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var (choice, evaluated) in Choices(trace))
        {
            var training = evaluated.Model is { } model ? [new RelatedPlace(PlaceRole.Trained, model.Place)] : Enumerable.Empty<RelatedPlace>();
            var splits = trace.All<Split>().Where(split => split.Test.RelationTo(evaluated.Rows) == Relation.Equal).Select(split => new RelatedPlace(PlaceRole.Split, split.Place));
            yield return new Finding(
                Description,
                evaluated.Place,
                EquatableList<RelatedPlace>.From(splits.Concat(training).Append(new RelatedPlace(PlaceRole.Chosen, choice.Place)).Distinct()),
                EquatableList<string>.From([HeldOut.NameOf(trace, evaluated.Rows), choice.Place.DescribeFrom(evaluated.Place)]))
            {
                Column = options.GroupColumns.FindIn(evaluated.Rows.Schema)?.Name,
            };
        }
    }

    /// <summary>Each choice with each evaluation on test rows that feeds it.</summary>
    internal static IEnumerable<(Chosen Choice, Evaluated Evaluated)> Choices(WorkflowTrace trace) =>
        from choice in ScoreRange.Choices(trace)
        where choice.Decides == Decision.Candidate
        from candidate in choice.Candidates
        let evaluated = candidate.Evaluation as Evaluated
        where evaluated is not null && HeldOut.IsHeldOut(evaluated) && HasRivalOnSameRows(trace, choice, candidate)
            && !HeldOut.IsTestedElsewhere(trace, evaluated.Rows) && !HeldOut.IsNamedValidation(trace, evaluated)
        select (choice, evaluated);

    private static bool HasRivalOnSameRows(WorkflowTrace trace, Chosen choice, Measurement candidate) =>
        HeldOut.IsRepeatedOnSameRows(trace, candidate)
        || choice.Candidates.Any(other => other.IsOfAnotherCandidateThan(candidate) && other.Evaluation is Evaluated && other.Rows.RelationTo(candidate.Rows) == Relation.Equal
            && (!SymbolicId.MayBeIterationsOfOne(other.Run, candidate.Run) || HeldOut.IsRepeatedOnSameRows(trace, other) || HeldOut.IsRepeatedOnSameRows(trace, candidate)));
}
