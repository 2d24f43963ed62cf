namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>What a workflow did, in the order in which it did it. Read by the rules; written by an interpreter.</summary>
public sealed class WorkflowTrace
{
    private readonly List<WorkflowEvent> _events;

    /// <summary>A trace of <paramref name="events"/>; an event that is there twice counts once.</summary>
    public WorkflowTrace(IEnumerable<WorkflowEvent> events) => _events = events.Distinct().ToList();

    /// <summary>All events.</summary>
    public IReadOnlyList<WorkflowEvent> Events => _events;

    /// <summary>The events of one kind.</summary>
    public IEnumerable<T> All<T>()
        where T : WorkflowEvent => _events.OfType<T>();

    /// <summary>Every cut into rows to learn from and rows to test.</summary>
    public IEnumerable<Cut> Cuts() => All<Split>().Select(split => new Cut(split.Place, split.Input, split.SamplingKey))
        .Concat(All<CrossValidated>().Select(validation => new Cut(validation.Place, validation.Rows, validation.SamplingKey)));

    /// <summary>What models were trained from: fits and cross-validations of pipelines with a trainer.</summary>
    public IEnumerable<Training> Trainings() =>
        All<Fitted>().Select(fit => new Training(fit.Model.Steps, fit.Model.TrainedOn, fit.Place))
            .Concat(All<CrossValidated>().Select(validation => new Training(validation.Steps, validation.Rows, validation.Place)))
            .Where(training => training.Steps.Any(step => step.Class == StepClass.Trainer));
}
