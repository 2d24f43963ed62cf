using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>
/// LEAK104: preparation was fitted anew on rows that the evaluated model never saw, and those rows are tested after it. Silent where the model was trained on its output or on
/// its rows, and where they are not the tested ones.
/// </summary>
public sealed class RefittedOnTestRows : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PreprocessingDescriptions.RefittedOnTestRows;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var fit in trace.All<Fitted>().Where(fit => !fit.Model.HasTrainer && fit.Model.LearnedPreparation.Any()))
        {
            var evaluation = trace.All<Evaluated>().FirstOrDefault(evaluated =>
                IsRefitted(fit.Model, evaluated) && evaluated.Rows.RelationTo(fit.Model.TrainedOn).SharesRows()
                && IsKnownNotToBeCarried(fit.Model, evaluated.Model!.TrainedOn));
            if (evaluation is not null)
            {
                yield return Report(fit, evaluation, trace);
            }
        }
    }

    /// <summary>Whether <paramref name="preparation"/> of the tested rows is not that of the evaluated model, nor known to have learned from the same rows.</summary>
    internal static bool IsRefitted(FittedModel preparation, Evaluated evaluated) =>
        evaluated.Model is { } model && evaluated.Rows.Carry(preparation) && !model.TrainedOn.Carry(preparation)
        && !model.TrainedOn.RelationTo(preparation.TrainedOn).SharesRows();

    // Rows of unknown origin may have been prepared by the very same fit, unless another fit of the same steps is seen in them.
    private static bool IsKnownNotToBeCarried(FittedModel preparation, RowSet trained) =>
        trained.RelationTo(preparation.TrainedOn) == Relation.Disjoint || trained.LearnedFrom.Any(other => other.Steps.Select(step => step.Name).SequenceEqual(preparation.Steps.Select(step => step.Name)));

    private Finding Report(Fitted fit, Evaluated evaluated, WorkflowTrace trace)
    {
        var model = evaluated.Model!;
        var steps = string.Join(" and ", fit.Model.LearnedPreparation.Select(step => step.Name).Distinct());
        var transforms = trace.All<Transformed>().Where(transformed => transformed.Model.Equals(fit.Model))
            .Select(transformed => new RelatedPlace(PlaceRole.Transformed, transformed.Place));

        // The same steps, as the model knows them.
        var onTrainRows = model.TrainedOn.LearnedFrom.Where(other => other.Steps.Equals(fit.Model.Steps))
            .Select(other => new RelatedPlace(PlaceRole.Fitted, other.Place));
        return new Finding(
            Description,
            fit.Place,
            EquatableList<RelatedPlace>.From(onTrainRows
                .Append(new RelatedPlace(PlaceRole.Trained, model.Place))
                .Concat(transforms)
                .Append(new RelatedPlace(PlaceRole.Tested, evaluated.Place))
                .Distinct()),
            EquatableList<string>.From([steps, fit.Model.TrainedOn.Name, evaluated.Place.DescribeFrom(fit.Place), model.TrainedOn.Name]))
        {
            Overlap = new RowOverlap(fit.Model.TrainedOn, EquatableList<RowSet>.From([evaluated.Rows])),
        };
    }
}
