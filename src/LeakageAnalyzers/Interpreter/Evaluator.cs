using System.Collections.Concurrent;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter;

/// <summary>Evaluates operations against a state, which it changes. What each kind of operation does stands in <see cref="Transfers"/>.</summary>
internal sealed class Evaluator
{
    // An enum looks its names up at each call.
    private static readonly ConcurrentDictionary<OperationKind, string> Reasons = new();

    private readonly FrameNames _names;
    private readonly List<WorkflowEvent>? _events;
    private List<Measurement>? _operands;

    public Evaluator(Engine engine, Activation activation, State state, FrameNames names, List<WorkflowEvent>? events)
    {
        Engine = engine;
        Activation = activation;
        State = state;
        _names = names;
        _events = events;
    }

    public Engine Engine { get; }

    public Activation Activation { get; }

    public State State { get; private set; }

    /// <summary>Whether what happens is told, unless the state turns out to be refined later; a trial tells nothing.</summary>
    public bool IsEmitting => _events is not null;

    /// <summary>Whether what was evaluated throws for certain, so that nothing comes after it on this path.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The value of <paramref name="operation"/>, after its effects.</summary>
    public AbstractValue Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return ConstantValue.Null;
        }

        if (!Engine.Budget.Enter())
        {
            return Unknown(operation, "the budget of this entry is spent");
        }

        var siblings = _operands;
        _operands = null;
        AbstractValue value;
        try
        {
            value = operation.ConstantValue is { HasValue: true } constant
                ? new ConstantValue(constant.Value)
                : Transfers.Of(operation.Kind)(this, operation);
            value = _operands is null ? value : Measures.Of(operation, value, _operands);
        }
        finally
        {
            Engine.Budget.Leave();
        }

        _operands = siblings;
        if (value is MeasuredValue measured)
        {
            (_operands ??= []).AddRange(measured.Measurements);
        }
        else if (Measures.MayBeIn(value))
        {
            (_operands ??= []).AddRange(Measures.In(value));
        }

        return value;
    }

    /// <summary>Evaluates the operands of an operation that nothing is known of.</summary>
    public AbstractValue EvaluateOperands(IOperation operation)
    {
        foreach (var operand in operation.ChildOperations)
        {
            Evaluate(operand);
        }

        return Unknown(operation, Reasons.GetOrAdd(operation.Kind, static kind => $"nothing is known of {kind}"));
    }

    /// <summary>Notes that something happened, unless what stands within it throws.</summary>
    public void Emit(WorkflowEvent happened)
    {
        if (!IsAtEnd)
        {
            _events?.Add(happened);
        }
    }

    /// <summary>What was evaluated throws: this path ends here.</summary>
    public AbstractValue End(IOperation operation) => End(Site(operation));

    /// <summary>The same where what throws is named by <paramref name="site"/>.</summary>
    public AbstractValue End(string site)
    {
        IsAtEnd = true;
        return new UnknownValue("this throws", "?" + site);
    }

    /// <summary>Notes what happened in a followed call.</summary>
    public void Tell(IEnumerable<WorkflowEvent> events)
    {
        if (!IsAtEnd)
        {
            _events?.AddRange(events);
        }
    }

    /// <summary>Carries on after a followed call.</summary>
    public void Continue(CallResult result)
    {
        State.ReplaceWith(State.After(result.State, result.Hidden));
        Tell(result.Events);
    }

    /// <summary>Ends this path where <paramref name="result"/>, of a call at <paramref name="site"/>, has no way to its end, and gives what <see cref="End(string)"/> does; null where it goes on.</summary>
    public AbstractValue? EndWith(CallResult result, string site)
    {
        if (result.Returns)
        {
            return null;
        }

        Tell(result.Events);
        return End(site);
    }

    /// <summary>The same of a call by <paramref name="operation"/>.</summary>
    public AbstractValue? EndWith(CallResult result, IOperation operation) => result.Returns ? null : EndWith(result, Site(operation));

    /// <summary>One that tries things out: it changes a copy of the state and tells nothing.</summary>
    public Evaluator Trial() => new(Engine, Activation, State.Copy(), _names, events: null);

    /// <summary>An object that is made here. Where a member of a class is run once more it is not the one of the run before, which had the same name.</summary>
    public ObjectValue New(IOperation operation, INamedTypeSymbol? type = null)
    {
        var made = new ObjectValue("new " + Site(operation), type);
        State.Forget(made.Id);
        Engine.Accesses.NoteMade(made.Id);
        return made;
    }

    /// <summary>A value of which only the place of birth is known.</summary>
    public UnknownValue Unknown(IOperation operation, string reason) => _names.Unknown(operation, reason);

    /// <summary>The value of a call that is not followed.</summary>
    public UnknownValue Unfollowed(IInvocationOperation call) => _names.Unfollowed(call);

    /// <summary>What <paramref name="operation"/> computes from these operands; null where none of them is a statistic.</summary>
    public StatisticValue? Statistic(IOperation operation, params AbstractValue[] operands) =>
        StatisticValue.IsAmong(operands) ? StatisticValue.Of(Site(operation), operands) : null;

    /// <inheritdoc cref="Statistic(IOperation, AbstractValue[])"/>
    public StatisticValue? Statistic(IOperation operation, AbstractValue left, AbstractValue right) =>
        left is StatisticValue || right is StatisticValue ? StatisticValue.Of(Site(operation), left, right) : null;

    /// <summary>Names where this is, in this activation and iteration.</summary>
    public string Here => _names.Prefix;

    /// <summary>Names what <paramref name="operation"/> makes, in this activation and iteration.</summary>
    public string Site(IOperation operation) => _names.Site(operation);
}
