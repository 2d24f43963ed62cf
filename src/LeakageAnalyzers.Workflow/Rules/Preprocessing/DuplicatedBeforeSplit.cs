using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Preprocessing;

/// <summary>
/// LEAK105: rows were given a second time, and the result is split or cross-validated. Silent where a sampling key may keep the copies of a row together, as they share its
/// values.
/// </summary>
public sealed class DuplicatedBeforeSplit : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PreprocessingDescriptions.DuplicatedBeforeSplit;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        var cuts = trace.Cuts().Where(cut => cut.Key.Kind is SamplingKeyKind.None or SamplingKeyKind.Position or SamplingKeyKind.Ignored).ToList();
        foreach (var copies in cuts.SelectMany(cut => cut.Rows.Copies).Distinct())
        {
            var split = cuts.Where(cut => cut.Rows.Copies.Contains(copies)).Select(cut => new RelatedPlace(RoleOf(cut, trace), cut.Place)).Distinct().ToList();
            var story = string.Join(" and ", split.Select(place => $"{(place.Role == PlaceRole.Split ? "split" : "cross-validated")} at {place.Place.DescribeFrom(copies.Place)}"));
            yield return new Finding(
                Description, copies.Place, EquatableList<RelatedPlace>.From(split), EquatableList<string>.From([copies.Method, copies.Rows, story]));
        }
    }

    private static PlaceRole RoleOf(Cut cut, WorkflowTrace trace) =>
        trace.All<Split>().Any(split => split.Place.Equals(cut.Place)) ? PlaceRole.Split : PlaceRole.CrossValidated;
}
