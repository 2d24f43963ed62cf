using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Features;

/// <summary>
/// LEAK401: the features of a model hold its label, a column computed from it, or the only column that it is computed from. A label computed from several columns hides
/// none of them: today's price may well predict the change until tomorrow.
/// </summary>
public sealed class LabelAmongFeatures : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => FeatureDescriptions.LabelAmongFeatures;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var training in trace.Trainings())
        {
            var label = training.Trainer.Label is { } name ? training.SchemaAtTrainer.Find(name) ?? new Column(name) : null;
            var inputs = new FeatureInputs(column => IsLabel(column, label), _ => true);
            foreach (var input in inputs.Of(training))
            {
                yield return new Finding(
                    Description,
                    input.Place,
                    EquatableList<RelatedPlace>.From([new RelatedPlace(PlaceRole.Trained, training.Place)]),
                    EquatableList<string>.From([input.Column.Name, training.Place.DescribeFrom(input.Place), Describe(input.Column, label, inputs)]))
                {
                    Column = input.Column.Name,
                };
            }
        }
    }

    private static bool IsLabel(Column column, Column? label) =>
        column.Roles.HasFlag(ColumnRoles.Label) || column.Equals(label) || IsOnlySourceOf(label, column);

    private static bool IsOnlySourceOf(Column? label, Column column) => !column.IsDerived && label?.DerivedFrom is [var source] && source == column.Name;

    private static string Describe(Column column, Column? label, FeatureInputs inputs)
    {
        var source = inputs.SourcesOf(column).First();
        var what = IsOnlySourceOf(label, source) && source.Name != label!.Name ? $"what the label '{label.Name}' is computed from" : "the label";
        return source.Name == column.Name ? what : $"computed from '{source.Name}', {what}";
    }
}
