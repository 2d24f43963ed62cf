using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>What the <c>Fit</c> of an estimator learns from the rows it is given, weakest first.</summary>
public enum StepClass
{
    /// <summary>Nothing: the step maps each row by itself.</summary>
    Stateless,

    /// <summary>Something that is not known.</summary>
    Unknown,

    /// <summary>Which values occur: key maps, one-hot dictionaries.</summary>
    Vocabulary,

    /// <summary>Statistics of the values: means, ranges, principal components, document frequencies.</summary>
    Statistics,

    /// <summary>A relation to the label, used to prepare the inputs.</summary>
    Supervised,

    /// <summary>A map from scores to probabilities.</summary>
    Calibrator,

    /// <summary>The model that is evaluated.</summary>
    Trainer,
}

/// <summary>One estimator of a pipeline.</summary>
/// <param name="Name">The catalog method that makes it, such as <c>NormalizeMinMax</c>.</param>
/// <param name="Class">What its <c>Fit</c> learns.</param>
/// <param name="Task">What a trainer is trained for; <see cref="LearningTask.None"/> for other steps.</param>
/// <param name="Inputs">Columns it reads; empty where unknown.</param>
/// <param name="Outputs">Columns it writes; empty where unknown.</param>
/// <param name="Label">The label column it reads, or null.</param>
/// <param name="Place">Where the pipeline names it.</param>
public sealed record PipelineStep(
    string Name, StepClass Class, LearningTask Task, EquatableList<string> Inputs, EquatableList<string> Outputs, string? Label, Place Place)
{
    /// <summary>Whether it is preparation that learns from rows.</summary>
    public bool IsLearnedPreparation => Class is StepClass.Vocabulary or StepClass.Statistics or StepClass.Supervised;

    /// <summary>The column that names the query a ranked row belongs to, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Whether it is a trainer that predicts from the labels alone.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>Whether it is a trainer of few degrees of freedom, such as a linear one.</summary>
    public bool IsSimple { get; init; }

    /// <summary>Whether it is a trainer whose scores are no probabilities.</summary>
    public bool GivesScoresOnly { get; init; }

    /// <summary>Where each of <see cref="Inputs"/> is named, in their order; empty where that is not known.</summary>
    public EquatableList<Place> InputPlaces { get; init; } = EquatableList<Place>.Empty;

    /// <summary>Whether it reads the rows as a series in time.</summary>
    public bool ReadsSeries { get; init; }

    /// <summary>Whether it looks its outputs up in a table.</summary>
    public bool IsLookup { get; init; }

    /// <summary>Statistics computed elsewhere that it writes into the rows, each as the fit it stands for.</summary>
    public EquatableList<FittedModel> Captured { get; init; } = EquatableList<FittedModel>.Empty;

    /// <summary>The column of which each value has a statistic of its own, learned from its own rows; empty where it is not a single column, null where all rows are learned from alike.</summary>
    internal string? Within { get; init; }

    /// <summary>Rows that a trainer is given beside those it learns from, such as for early stopping, or null.</summary>
    internal ValidationRows? Validation { get; init; }

    /// <summary>Whether its outputs are keys that number the values that occur.</summary>
    internal bool MakesKeys { get; init; }

    /// <summary>What it does to the columns.</summary>
    public ColumnEffect Effect { get; init; } = ColumnEffect.Add;

    /// <summary>The columns after this step.</summary>
    public RowSchema ApplyTo(RowSchema schema) => Effect switch
    {
        ColumnEffect.Drop => schema with
        {
            Columns = EquatableList<Column>.From(schema.Columns.Where(column => !Inputs.Contains(column.Name))),
        },
        ColumnEffect.Keep => new RowSchema(EquatableList<Column>.From(schema.Columns.Where(column => Inputs.Contains(column.Name))), schema.IsComplete),
        _ => WithOutputs(schema),
    };

    /// <summary>The columns that it reads, each as it finds it among those of <paramref name="schema"/>.</summary>
    public IReadOnlyList<ColumnInput> InputsIn(RowSchema schema)
    {
        var inputs = new ColumnInput[Inputs.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new ColumnInput(schema.Find(Inputs[i]) ?? new Column(Inputs[i]), i < InputPlaces.Count ? InputPlaces[i] : Place);
        }

        return inputs;
    }

    // Several outputs pair up with as many inputs; a single output is computed from all of them.
    private RowSchema WithOutputs(RowSchema schema)
    {
        var inputs = EquatableList<ColumnInput>.From(InputsIn(schema));
        var arePairs = Outputs.Count > 1 && Outputs.Count == inputs.Count;
        var columns = schema;
        for (var i = 0; i < Outputs.Count; i++)
        {
            columns = columns.With(Derive(schema, Outputs[i], arePairs ? EquatableList<ColumnInput>.From([inputs[i]]) : inputs));
        }

        return columns;
    }

    private static EquatableList<string> SourcesOf(EquatableList<ColumnInput> inputs, RowSchema schema)
    {
        var sources = EquatableList<string>.Empty;
        foreach (var input in inputs)
        {
            var own = schema.Find(input.Column.Name) is { IsDerived: true } column ? column.DerivedFrom : null;
            sources = own is null ? sources.Contains(input.Column.Name) ? sources : sources.Add(input.Column.Name)
                : sources.Count == 0 ? own
                : sources.Union(own);
        }

        return sources;
    }

    private Column Derive(RowSchema schema, string output, EquatableList<ColumnInput> inputs) =>
        new(output, MakesKeys ? ColumnType.Key : ColumnType.Unknown, ColumnRoles.None, SourcesOf(inputs, schema))
        {
            Inputs = inputs,
            IsLookedUp = IsLookup,
        };
}

/// <summary>Rows that a trainer looks at while it learns from others.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Place">The argument that hands them over.</param>
internal sealed record ValidationRows(RowSet Rows, Place Place);

/// <summary>What a step does to the columns of the rows it transforms.</summary>
public enum ColumnEffect
{
    /// <summary>Adds or replaces its outputs.</summary>
    Add,

    /// <summary>Removes its inputs.</summary>
    Drop,

    /// <summary>Removes everything but its inputs.</summary>
    Keep,
}

/// <summary>What a model is trained or evaluated for.</summary>
public enum LearningTask
{
    /// <summary>Not a learning task.</summary>
    None,

    /// <summary>Two classes.</summary>
    BinaryClassification,

    /// <summary>Several classes.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>An order within a query.</summary>
    Ranking,

    /// <summary>Groups without labels.</summary>
    Clustering,

    /// <summary>Outliers.</summary>
    AnomalyDetection,

    /// <summary>Ratings of items by users.</summary>
    Recommendation,

    /// <summary>The future of a series.</summary>
    Forecasting,
}
