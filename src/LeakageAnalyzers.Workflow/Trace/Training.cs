using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Rows that a pipeline with a trainer was given to learn from, at once or fold by fold.</summary>
/// <param name="Steps">The pipeline.</param>
/// <param name="Rows">The rows; of a cross-validation, those of all folds.</param>
/// <param name="Place">The call.</param>
public sealed record Training(EquatableList<PipelineStep> Steps, RowSet Rows, Place Place)
{
    /// <summary>The columns that the first trainer of the pipeline finds.</summary>
    public RowSchema SchemaAtTrainer { get; } = Steps.TakeWhile(step => step.Class != StepClass.Trainer).Aggregate(Rows.Schema, (schema, step) => step.ApplyTo(schema));

    /// <summary>The first trainer of the pipeline.</summary>
    public PipelineStep Trainer => Steps.First(step => step.Class == StepClass.Trainer);
}
