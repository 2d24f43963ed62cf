using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK203: the sampling key is of a type that ML.NET cuts by value: its lowest values are the test rows. Silent where the type is not known, on labels (LEAK206), and
/// where the rows have groups that another column names (LEAK202).
/// </summary>
public sealed class KeyCutByValue : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.KeyCutByValue;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var cut in trace.Cuts().Where(cut => !LabelAsSamplingKey.IsLabel(cut, trace, options)))
        {
            if (cut.Key is { Column: { } key, Argument: { } argument }
                && (options.GroupColumns.FindIn(cut.Rows.Schema) is not { } group || cut.Rows.Schema.SourcesOf(key).Contains(group.Name))
                && cut.Rows.Schema.Find(key) is { IsCutByValue: true } column)
            {
                var kind = column.Type == ColumnType.Real ? "a floating-point number" : "an ML.NET key";
                yield return new Finding(
                    Description,
                    argument,
                    EquatableList<RelatedPlace>.From([new RelatedPlace(PlaceRole.Split, cut.Place)]),
                    EquatableList<string>.From([key, kind, cut.Rows.Name]))
                {
                    Column = key,
                };
            }
        }
    }
}
