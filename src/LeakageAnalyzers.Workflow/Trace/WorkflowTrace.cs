namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>What a workflow did, in the order in which it did it. Read by the rules; written by an interpreter.</summary>
public sealed class WorkflowTrace
{
    private readonly List<WorkflowEvent> _events;
    private readonly Dictionary<object, object> _answers = [];

    // Most traces hold events of a few kinds.
    private readonly HashSet<Type> _kinds;

    /// <summary>A trace of <paramref name="events"/>; an event that is there twice counts once.</summary>
    public WorkflowTrace(IEnumerable<WorkflowEvent> events)
    {
        _events = events.Distinct().ToList();
        _kinds = new(_events.Select(happened => happened.GetType()));
    }

    /// <summary>All events.</summary>
    public IReadOnlyList<WorkflowEvent> Events => _events;

    /// <summary>The events of one kind.</summary>
    public IEnumerable<T> All<T>()
        where T : WorkflowEvent => typeof(T).IsSealed && !_kinds.Contains(typeof(T)) ? [] : Once(typeof(T), static trace => trace._events.OfType<T>().ToList());

    /// <summary>Every cut into rows to learn from and rows to test.</summary>
    public IEnumerable<Cut> Cuts() => Once(nameof(Cuts), trace => trace.All<Split>().Select(split => new Cut(split.Place, split.Input, split.SamplingKey) { Train = split.Train })
        .Concat(trace.All<CrossValidated>().Select(validation => new Cut(validation.Place, validation.Rows, validation.SamplingKey)))
        .ToList());

    /// <summary>What models were trained from: fits and cross-validations of pipelines with a trainer.</summary>
    public IEnumerable<Training> Trainings() => Once(nameof(Trainings), trace =>
        trace.All<Fitted>().Select(fit => new Training(fit.Model.Steps, fit.Model.TrainedOn, fit.Place))
            .Concat(trace.All<CrossValidated>().Select(validation => new Training(validation.Steps, validation.Rows, validation.Place)))
            .Where(training => training.Steps.Any(step => step.Class == StepClass.Trainer))
            .ToList());

    /// <summary>What several rules ask of this trace, computed once. <paramref name="question"/> tells the questions apart.</summary>
    internal T Once<T>(object question, Func<WorkflowTrace, T> compute)
        where T : class
    {
        lock (_answers)
        {
            if (!_answers.TryGetValue(question, out var known))
            {
                _answers[question] = known = compute(this);
            }

            return (T)known;
        }
    }
}
