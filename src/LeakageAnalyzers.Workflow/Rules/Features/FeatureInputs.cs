using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Features;

/// <summary>Walks from the features of a trainer back to the columns that they are computed from.</summary>
/// <param name="isMeant">Whether a column is one that is looked for.</param>
/// <param name="isFollowed">Whether a column that is computed from others still says what they say.</param>
internal sealed class FeatureInputs(Func<Column, bool> isMeant, Func<Column, bool> isFollowed)
{
    private readonly Dictionary<Column, bool> _known = [];
    private readonly HashSet<Column> _walked = [];

    /// <summary>
    /// Where columns that are looked for come in: for each, the last step on its way to the trainer that reads it by a name of its own, so that taking the name away
    /// takes nothing else.
    /// </summary>
    public IReadOnlyList<ColumnInput> Of(Training training)
    {
        // What the trainer names is the vector of all features; it cannot be taken away.
        var features = training.Trainer.InputsIn(training.SchemaAtTrainer);
        return features.SelectMany(feature => feature.Column.Inputs.Count > 0 ? feature.Column.Inputs.SelectMany(Find) : Find(feature)).Distinct().ToList();
    }

    /// <summary>The source columns that <paramref name="column"/> brings in and that are looked for.</summary>
    public IEnumerable<Column> SourcesOf(Column column) => isMeant(column) ? [column] : column.Inputs.SelectMany(input => SourcesOf(input.Column)).Distinct();

    private IEnumerable<ColumnInput> Find(ColumnInput input)
    {
        if (IsNothingElse(input.Column))
        {
            return [input];
        }

        return isFollowed(input.Column) && _walked.Add(input.Column) ? input.Column.Inputs.SelectMany(Find) : [];
    }

    // A column that is meant, or that is computed from such columns alone.
    private bool IsNothingElse(Column column)
    {
        if (!_known.TryGetValue(column, out var known))
        {
            known = isMeant(column) || (column.Inputs.Count > 0 && isFollowed(column) && column.Inputs.All(input => IsNothingElse(input.Column)));
            _known[column] = known;
        }

        return known;
    }
}
