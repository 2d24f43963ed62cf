using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Something that the guard saw happen. Turned into an event of the trace when findings are asked for: only then are all rows read.</summary>
internal abstract class ObservedEvent(Place place)
{
    public Place Place { get; } = place;

    /// <summary>The event for the rules; null where nothing was read.</summary>
    public abstract WorkflowEvent? Write(TraceWriter writer);
}

/// <summary>A pipeline was fitted.</summary>
internal sealed class ObservedFit(Place place, string id, EquatableList<PipelineStep> steps, ObservedRows rows, ObservedRows? validation)
    : ObservedEvent(place)
{
    public string Id { get; } = id;

    public EquatableList<PipelineStep> Steps { get; } = steps;

    public ObservedRows Rows { get; } = rows;

    public ObservedRows? Validation { get; } = validation;

    /// <inheritdoc/>
    public override WorkflowEvent Write(TraceWriter writer) => new Fitted(Place, writer.ModelOf(this));
}

/// <summary>Rows that a fit does not learn from decided about its model: when training stops, or how scores become probabilities.</summary>
internal sealed class ObservedTuning(ObservedFit fit, ObservedRows rows, TuningPurpose purpose) : ObservedEvent(fit.Place)
{
    /// <inheritdoc/>
    public override WorkflowEvent Write(TraceWriter writer) => new Tuned(Place, writer.RowSetOf(rows), purpose, writer.ModelOf(fit));
}

/// <summary>A fitted pipeline transformed rows.</summary>
internal sealed class ObservedTransform(Place place, ObservedFit fit, ObservedRows input, ObservedRows output) : ObservedEvent(place)
{
    /// <inheritdoc/>
    public override WorkflowEvent Write(TraceWriter writer) =>
        new Transformed(Place, writer.ModelOf(fit), writer.RowSetOf(input), writer.RowSetOf(output));
}

/// <summary>Scored rows were given to an evaluation.</summary>
internal sealed class ObservedEvaluation(Place place, ObservedRows rows) : ObservedEvent(place)
{
    /// <inheritdoc/>
    public override WorkflowEvent? Write(TraceWriter writer)
    {
        if (rows.Recorder.Rows().IsEmpty)
        {
            return null;
        }

        var tested = writer.RowSetOf(rows);
        var task = tested.ScoredBy?.Steps.LastOrDefault(step => step.Class == StepClass.Trainer)?.Task;
        return new Evaluated(Place, tested, task ?? LearningTask.None);
    }
}
