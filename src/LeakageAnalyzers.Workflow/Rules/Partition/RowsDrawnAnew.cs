using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK207: a view of rows that are drawn, or put in a random order, as they are read is split; or its collection is changed between training and testing. Silent where a
/// list was made of the rows, and where rows that are drawn in another order alone are split by a key or by their time, which know no order.
/// </summary>
public sealed class RowsDrawnAnew : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.RowsDrawnAnew;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options) => DrawnWhileRead(trace).Concat(ChangedBetweenPasses(trace));

    private IEnumerable<Finding> DrawnWhileRead(WorkflowTrace trace)
    {
        foreach (var split in trace.All<Split>())
        {
            foreach (var rows in new[] { split.Input, split.Train, split.Test })
            {
                if (Report(rows, split.Place, split.SamplingKey) is { } finding)
                {
                    yield return finding;
                }
            }
        }

        foreach (var validation in trace.All<CrossValidated>())
        {
            if (Report(validation.Rows, validation.Place, validation.SamplingKey) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Report(RowSet rows, Place split, SamplingKey key)
    {
        if (rows is not { View: { } view, Draw: { } draw } || (draw.IsOfOrder && key.Kind is SamplingKeyKind.Column or SamplingKeyKind.Unknown))
        {
            return null;
        }

        var how = draw.Place is { } place ? $"they are drawn at random each time at {place.DescribeFrom(view.Place)}" : "they are drawn at random each time";
        var drawn = draw.Place is null ? Enumerable.Empty<RelatedPlace>() : [new RelatedPlace(PlaceRole.Drawn, draw.Place)];
        return Finding(view, how, split, drawn);
    }

    // A pass before the change trained, a pass after it tests.
    private IEnumerable<Finding> ChangedBetweenPasses(WorkflowTrace trace)
    {
        var events = trace.Events.ToList();
        foreach (var change in trace.All<CollectionChanged>())
        {
            var at = events.IndexOf(change);
            foreach (var tested in events.Skip(at).OfType<Evaluated>().Where(tested => tested.Rows.View?.Collection == change.Collection))
            {
                if (tested.Model is { TrainedOn: { View: { } view } trained } model && view.Equals(tested.Rows.View)
                    && events.Take(at).OfType<Fitted>().Any(fit => fit.Model.Equals(model))
                    && trace.All<Split>().FirstOrDefault(split => IsCutBy(split, trained, tested.Rows)) is { } cut)
                {
                    yield return Finding(view, $"the collection is changed at {change.Place.DescribeFrom(view.Place)} after the model was trained", cut.Place, []);
                }
            }
        }
    }

    private static bool IsCutBy(Split split, RowSet trained, RowSet tested) =>
        trained.Provenance.IsCutFrom(split.Train.Provenance) && tested.Provenance.IsCutFrom(split.Test.Provenance);

    private Finding Finding(ViewedCollection view, string how, Place split, IEnumerable<RelatedPlace> drawn) => new(
        Description,
        view.Place,
        EquatableList<RelatedPlace>.From(drawn.Append(new RelatedPlace(PlaceRole.Split, split)).Distinct()),
        EquatableList<string>.From([view.Name, how, split.DescribeFrom(view.Place)]));
}
