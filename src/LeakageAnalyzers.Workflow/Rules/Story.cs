using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>The way of the data through the places of a finding: loaded here, fitted there, tested in the end.</summary>
public static class Story
{
    /// <summary><paramref name="finding"/> with its story: where its rows were loaded, the reported call and the related ones, in the order in which the workflow comes by them.</summary>
    public static Finding WithStory(this Finding finding, WorkflowTrace trace)
    {
        if (ReportedBy(trace, finding.Place) is not { } reported)
        {
            return finding with { Story = finding.Related };
        }

        var order = trace.Once(nameof(Story), OrderOf);
        var places = new List<(int At, RelatedPlace Place)>();
        AddLoads();
        Add(new RelatedPlace(RoleOf(reported), finding.Place), order[reported.Place]);
        var ends = finding.Related.Where(related => related.Role is not (PlaceRole.Transformed or PlaceRole.Trained or PlaceRole.Sorted)).Select(related => IndexOf(related.Place)).ToList();
        var end = ends.Count == 0 ? int.MaxValue : Math.Max(ends.Max(), order[reported.Place]);
        foreach (var related in finding.Related)
        {
            // What is done with a model after the last test is another story.
            var at = related.Role == PlaceRole.Sorted ? IndexOfView() : IndexOf(related.Place);
            if (!Holds(related.Place, finding.Place) && at <= end)
            {
                Add(related, at);
            }
        }

        return finding with { Story = EquatableList<RelatedPlace>.From(places.OrderBy(place => place.At).ThenByDescending(place => place.Place.Role == PlaceRole.Sorted).Select(place => place.Place)) };

        void AddLoads()
        {
            // The same rows may be loaded again for another purpose.
            var first = order[reported.Place];
            foreach (var related in finding.Related)
            {
                first = Math.Min(first, IndexOf(related.Place));
            }

            var origins = RowsOf(reported).SelectMany(OriginsOf).ToList();
            foreach (var loaded in trace.All<Loaded>())
            {
                if (order[loaded.Place] < first && OriginsOf(loaded.Rows).Any(origins.Contains))
                {
                    Add(new RelatedPlace(PlaceRole.Loaded, loaded.Place), IndexOf(loaded.Place));
                }
            }
        }

        void Add(RelatedPlace place, int at)
        {
            if (!places.Exists(told => told.Place.Place.Equals(place.Place)))
            {
                places.Add((place.Place.Equals(finding.Place) ? order[reported.Place] : at, place));
            }
        }

        // Row objects are sorted before a view of them is made.
        int IndexOfView() => RowsOf(reported).Select(rows => rows.View?.Place).FirstOrDefault() is { } view && order.TryGetValue(view, out var made) ? made : order[reported.Place];

        int IndexOf(Place place) => order.TryGetValue(place, out var index) ? index : int.MaxValue;
    }

    private static WorkflowEvent? ReportedBy(WorkflowTrace trace, Place place)
    {
        foreach (var happened in trace.Events)
        {
            if (Holds(happened.Place, place))
            {
                return happened;
            }
        }

        return null;
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
        Tuned tuned => [tuned.Rows],
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
        Tuned => PlaceRole.Tuned,
        _ => PlaceRole.Tested,
    };

    private static IEnumerable<Origin> OriginsOf(RowSet rows) => rows.Provenance is SymbolicRows symbolic ? symbolic.Paths.Select(path => path.Origin) : [];
}
