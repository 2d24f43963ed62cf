using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK201: a model is evaluated on rows it was trained on. Silent where the same model is also evaluated on rows it was not trained on, and for the internal
/// measures of clusters.
/// </summary>
public sealed class EvaluatedOnTrainingRows : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.EvaluatedOnTrainingRows;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        var evaluations = trace.All<Evaluated>().SelectMany(PartsOf).Where(evaluated => evaluated.Model is not null).ToList();
        foreach (var evaluated in evaluations.Where(evaluated => evaluated.Task != LearningTask.Clustering))
        {
            var model = evaluated.Model!;
            var relation = evaluated.Rows.RelationTo(model.TrainedOn);
            if (relation.SharesRows() && !evaluations.Exists(other => other.Model!.IsSameFitAs(model) && !IsSeen(other)))
            {
                yield return Report(evaluated, model, relation, trace) with { Column = options.GroupColumns.FindIn(model.TrainedOn.Schema)?.Name };
            }
        }
    }

    // Rows that several models scored are as many evaluations, each of what one of them scored; what an earlier iteration of a loop scored says nothing either way.
    private static IEnumerable<Evaluated> PartsOf(Evaluated evaluated) => evaluated.IsPooled
        ? evaluated.Rows.Pooled.Where(part => part.RelationTo(part.ScoredBy!.TrainedOn) != Relation.Unknown).Select(part => evaluated with { Rows = part with { Name = evaluated.Rows.Name } })
        : [evaluated];

    // An evaluation whose rows are not proven to be training rows gets the benefit of the doubt.
    private static bool IsSeen(Evaluated evaluated) => evaluated.Rows.RelationTo(evaluated.Model!.TrainedOn).SharesRows();

    private Finding Report(Evaluated evaluated, FittedModel model, Relation relation, WorkflowTrace trace)
    {
        var heldOut = trace.All<Split>().Where(split => split.Test.RelationTo(model.TrainedOn) == Relation.Disjoint)
            .Select(split => new RelatedPlace(PlaceRole.Split, split.Place));
        var overlap = relation switch
        {
            Relation.Equal => "the same rows",
            Relation.Subset => "all of which it was trained on",
            Relation.Superset => "which contains its training rows",
            _ => "some of whose rows it was trained on",
        };

        return new Finding(
            Description,
            evaluated.Place,
            EquatableList<RelatedPlace>.From(heldOut.Append(new RelatedPlace(PlaceRole.Trained, model.Place)).Distinct()),
            EquatableList<string>.From([model.TrainedOn.Name, model.Place.DescribeFrom(evaluated.Place), evaluated.Rows.Name, overlap]))
        {
            Overlap = new RowOverlap(model.TrainedOn, EquatableList<RowSet>.From([evaluated.Rows])),
        };
    }
}
