using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK205: a part that was cut by the hash of a sampling key is cut again by the same hash. Silent where a seed or the type of the key is not known: floating-point and ML.NET keys
/// are not hashed (LEAK203).
/// </summary>
public sealed class NestedCutByOneHash : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.NestedCutByOneHash;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var inner in trace.Cuts().Where(IsHashed))
        {
            var outer = trace.All<Split>().FirstOrDefault(split =>
                split.SamplingKey.Column == inner.Key.Column && split.SamplingKey.Seed == inner.Key.Seed

                // A split all of whose rows fell on one side is no part of itself.
                && inner.Rows.RelationTo(split.Input) != Relation.Equal
                && (inner.Rows.Provenance.IsCutFrom(split.Train.Provenance) || inner.Rows.Provenance.IsCutFrom(split.Test.Provenance)));
            if (outer is not null)
            {
                yield return new Finding(
                    Description,
                    inner.Place,
                    EquatableList<RelatedPlace>.From([new RelatedPlace(PlaceRole.Split, outer.Place)]),
                    EquatableList<string>.From([inner.Rows.Name, inner.Key.Column!, outer.Place.DescribeFrom(inner.Place)]));
            }
        }
    }

    private static bool IsHashed(Cut cut) => cut.Key is { Argument: not null, Seed: not null, Column: { } key }
        && cut.Rows.Schema.Find(key)?.Type is not (null or ColumnType.Unknown or ColumnType.Real or ColumnType.Key);
}
