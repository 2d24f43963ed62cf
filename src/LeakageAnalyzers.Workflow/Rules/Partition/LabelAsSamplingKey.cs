using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Partition;

/// <summary>
/// LEAK206: the sampling key is the label, by which users mean stratification: each class falls whole into one partition. A column is the label where it is declared so,
/// where a model that is trained on what the cut left to learn from predicts it, or else one that is trained on all cut rows, and where it bears ML.NET's name for it while no such model is known.
/// </summary>
public sealed class LabelAsSamplingKey : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => PartitionDescriptions.LabelAsSamplingKey;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options) => trace.Cuts()
        .Where(cut => cut.Key.Argument is not null && IsLabel(cut, trace, options))
        .Select(cut => new Finding(
            Description,
            cut.Key.Argument!,
            EquatableList<RelatedPlace>.From([new RelatedPlace(PlaceRole.Split, cut.Place)]),
            EquatableList<string>.From([cut.Key.Column!, cut.Rows.Name])));

    /// <summary>Whether <paramref name="cut"/> has the label as its key.</summary>
    internal static bool IsLabel(Cut cut, WorkflowTrace trace, RuleOptions options)
    {
        if (cut.Key.Column is not { } key)
        {
            return false;
        }

        if (cut.Rows.Schema.Find(key)?.Roles.HasFlag(ColumnRoles.Label) == true)
        {
            return true;
        }

        var source = cut.Rows.Schema.SourcesOf(key).ToList();
        // Other splits of these rows are for other models.
        var own = trace.Trainings().Where(cut.IsLearnedFromBy).ToList();
        var labels = (own.Count > 0 ? own : trace.Trainings().Where(training => training.Rows.RelationTo(cut.Rows) == Relation.Equal))
            .SelectMany(training => training.Steps.Where(step => step.Label is not null).Select(step => training.SchemaAtTrainer.SourcesOf(step.Label!).ToList()))
            .ToList();
        return labels.Count == 0 ? key == options.DefaultLabel : labels.Exists(label => label.SequenceEqual(source));
    }
}
