using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Features;

/// <summary>
/// LEAK402: the features of a model hold a column that names the row or the individual it is about. Silent on recommenders, whose keys they are, and on what is looked up by
/// an identifier.
/// </summary>
public sealed class IdentifierAmongFeatures : Rule
{
    /// <inheritdoc/>
    public override RuleDescription Description => FeatureDescriptions.IdentifierAmongFeatures;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        foreach (var training in trace.Trainings().Where(training => training.Trainer.Task != LearningTask.Recommendation))
        {
            var inputs = new FeatureInputs(
                column => !column.IsDerived && (options.GroupColumns.Includes(column) || options.IdentifierColumns.IncludesIn(training.Rows.Schema, column, options.GroupColumns)),
                column => !column.IsLookedUp);
            foreach (var input in inputs.Of(training))
            {
                var source = inputs.SourcesOf(input.Column).First();
                var names = options.GroupColumns.Includes(source)
                    ? "names the individual, whom the model can then recognize"
                    : "names the row, which the model can then remember";
                yield return new Finding(
                    Description,
                    input.Place,
                    EquatableList<RelatedPlace>.From([new RelatedPlace(PlaceRole.Trained, training.Place)]),
                    EquatableList<string>.From([
                        input.Column.Name,
                        training.Place.DescribeFrom(input.Place),
                        source.Name == input.Column.Name ? names : $"comes from '{source.Name}', which {names}"]))
                {
                    Column = input.Column.Name,
                };
            }
        }
    }
}
