using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>The way of the data through the places of a finding: loaded here, fitted there, tested in the end.</summary>
public static class Story
{
    /// <summary><paramref name="finding"/> with its story: where its rows were loaded, the reported call and the related ones, in the order in which the workflow comes by them.</summary>
    public static Finding WithStory(this Finding finding, WorkflowTrace trace)
    {
        if (trace.Events.FirstOrDefault(happened => Holds(happened.Place, finding.Place)) is not { } reported)
        {
            return finding with { Story = finding.Related };
        }

        var origins = RowsOf(reported).SelectMany(OriginsOf).ToList();
        var order = trace.Once(nameof(Story), OrderOf);

        // The same rows may be loaded again for another purpose.
        var first = finding.Related.Select(place => place.Place).Append(reported.Place).Min(place => order.TryGetValue(place, out var index) ? index : int.MaxValue);
        var loads = trace.All<Loaded>().Where(loaded => order[loaded.Place] < first && OriginsOf(loaded.Rows).Any(origins.Contains))
            .Select(loaded => new RelatedPlace(PlaceRole.Loaded, loaded.Place));
        var told = new HashSet<Place>();
        var places = loads.Append(new RelatedPlace(RoleOf(reported), finding.Place))
            .Concat(finding.Related.Where(place => !Holds(place.Place, finding.Place)))
            .Where(place => told.Add(place.Place))
            .OrderBy(place => place.Place.Equals(finding.Place) ? order[reported.Place] : order.TryGetValue(place.Place, out var index) ? index : int.MaxValue);
        return finding with { Story = EquatableList<RelatedPlace>.From(places) };
    }

    // Where each place comes first.
    private static Dictionary<Place, int> OrderOf(WorkflowTrace trace)
    {
        var order = new Dictionary<Place, int>();
        for (var i = trace.Events.Count - 1; i >= 0; i--)
        {
            order[trace.Events[i].Place] = i;
        }

        return order;
    }

    private static bool Holds(Place outer, Place inner) =>
        outer.FilePath == inner.FilePath && outer.Start <= inner.Start && inner.Start + inner.Length <= outer.Start + outer.Length;

    private static IEnumerable<RowSet> RowsOf(WorkflowEvent happened) => happened switch
    {
        Loaded loaded => [loaded.Rows],
        Split split => [split.Input],
        CrossValidated validation => [validation.Rows],
        Fitted fit => [fit.Model.TrainedOn],
        Transformed transformed => [transformed.Input],
        Evaluated evaluated => evaluated.Model is { } model ? [model.TrainedOn, evaluated.Rows] : [evaluated.Rows],
        _ => [],
    };

    private static PlaceRole RoleOf(WorkflowEvent happened) => happened switch
    {
        Loaded => PlaceRole.Loaded,
        Split => PlaceRole.Split,
        CrossValidated => PlaceRole.CrossValidated,
        Fitted fit => fit.Model.HasTrainer ? PlaceRole.Trained : PlaceRole.Fitted,
        Transformed => PlaceRole.Transformed,
        Chosen => PlaceRole.Chosen,
        _ => PlaceRole.Tested,
    };

    private static IEnumerable<Origin> OriginsOf(RowSet rows) => rows.Provenance is SymbolicRows symbolic ? symbolic.Paths.Select(path => path.Origin) : [];
}
