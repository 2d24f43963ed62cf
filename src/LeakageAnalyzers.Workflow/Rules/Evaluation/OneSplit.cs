using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK506: the quoted score comes from one random split. Silent where rows of the study are cross-validated, where split or training is repeated in a loop, and where rows are cut along time or position.
/// </summary>
public sealed class OneSplit() : EvaluationRule(EvaluationDescriptions.OneSplit, EvaluationAspects.Repetition)
{
    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        if (score.Evaluation is not Evaluated evaluated || trace.All<CrossValidated>().Any(validated => Studies.MayBeOfOne(validated, evaluated)) || IsRepeated(trace, evaluated))
        {
            return null;
        }

        var split = trace.All<Split>().LastOrDefault(split => split.IsRandom && evaluated.Rows.RelationTo(split.Test) is Relation.Equal or Relation.Subset);
        return split is null
            ? null
            : At(split.Place, Related(evaluated), evaluated.Place.DescribeFrom(split.Place), split.IsSeeded || !IsInOrderOfSource(split.Input) ? "" : ", the same in every run though no seed is given") with
            {
                Column = split.SamplingKey.Column ?? options.GroupColumns.FindIn(split.Input.Schema)?.Name,
            };
    }

    // The split goes by position where it has no key: rows that are shuffled first may be cut another way in each run.
    private static bool IsInOrderOfSource(RowSet rows) => rows is { Draw: null, Provenance: SymbolicRows known } && known.Paths.All(path => path.Order == RowPath.SourceOrder);

    private static IEnumerable<RelatedPlace> Related(Evaluated evaluated) =>
        (evaluated.Model is { } model ? [new RelatedPlace(PlaceRole.Trained, model.Place)] : Enumerable.Empty<RelatedPlace>()).Append(new RelatedPlace(PlaceRole.Tested, evaluated.Place));

    // In a loop everything has a name of its own in each iteration, or several runs are known one by one.
    private static bool IsRepeated(WorkflowTrace trace, Evaluated evaluated) =>
        SymbolicId.IsMadeInLoop(evaluated.Rows.Provenance.ToString() ?? "") || (evaluated.Model is { } model && SymbolicId.IsMadeInLoop(model.Id))
        || trace.All<Evaluated>().Any(other => other.Task == evaluated.Task && other.Place.Equals(evaluated.Place) && other.Rows.RelationTo(evaluated.Rows) != Relation.Equal);
}
