using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>
/// Interprets one graph to a fixpoint. Each state keeps the events of its block; what is told in the end are those of the states that are stable, so that nothing is told of a state that is later refined.
/// </summary>
internal sealed class ForwardWalk
{
    private readonly Engine _engine;
    private readonly Activation _activation;
    private readonly int _charged;
    private readonly int _workflowCalls;
    private readonly Arrivals?[] _arrivals;
    private int _lowestPending;
    private readonly List<(State State, AbstractValue Value)> _exits = [];

    public ForwardWalk(Engine engine, Activation activation)
    {
        _engine = engine;
        _activation = activation;
        _arrivals = new Arrivals?[activation.Graph.Blocks.Length];
        _charged = engine.Budget.Charged;
        _workflowCalls = engine.Budget.WorkflowCalls;
    }

    // An entry has its whole budget to come by something of interest.
    private bool IsGivenUp => _engine.Budget.IsExhausted
        || (_activation.Caller is not null && _engine.Budget.WorkflowCalls == _workflowCalls && _engine.Budget.Charged - _charged > Budget.IdleOperations);

    /// <summary>Runs the graph from <paramref name="entry"/>; null where the budget does not suffice.</summary>
    public CallResult? Run(State entry)
    {
        Reach(0, new Arrival(entry, null));
        while (NextPending() is { } arrival)
        {
            if (!IsFilled(_lowestPending, arrival))
            {
                Step(_activation.Graph.Blocks[_lowestPending], arrival);
            }

            if (IsGivenUp)
            {
                return null;
            }
        }

        var events = new List<WorkflowEvent>();
        for (var block = 0; block < _arrivals.Length; block++)
        {
            if (_arrivals[block] is not { States: var states })
            {
                continue;
            }

            foreach (var arrival in states)
            {
                events.AddRange(arrival.Events!);
            }

            if (_activation.Frame.Loops.Any)
            {
                events.AddRange(Turns.EvaluatedInOne(_activation.Graph, _activation.Frame.Loops, _activation.Graph.Blocks[block], states));
            }
        }

        return Leave(events);
    }

    // The first block that a state waits at: what comes before is done, so that most blocks are asked once for each state.
    private Arrival? NextPending()
    {
        for (; _lowestPending < _arrivals.Length; _lowestPending++)
        {
            if (_arrivals[_lowestPending]?.NextPending() is { } arrival)
            {
                return arrival;
            }
        }

        return null;
    }

    private CallResult Leave(List<WorkflowEvent> events)
    {
        if (_exits.Count == 0)
        {
            return new CallResult(State.Empty, new UnknownValue("does not return", _activation.Frame.ExitName), events) { Returns = false };
        }

        if (_exits.Count == 1)
        {
            return new CallResult(_exits[0].State, _exits[0].Value, events);
        }

        var state = _exits.Select(exit => exit.State).Aggregate((a, b) => a.Equals(b) ? a : State.Join(a, b, _activation.Frame.Exit));
        var values = _exits.Select(exit => exit.Value).Distinct().ToList();
        return new CallResult(state, values.Count == 1 ? values[0] : RowsValue.Fullest(values) ?? State.Usable(values) ?? JoinedValue(), events);
    }

    private AbstractValue JoinedValue() =>
        Measures.Of(new UnknownValue("differs between the returns", "join:" + _activation.Frame.ExitName), _exits.SelectMany(exit => Measures.In(exit.Value, exit.State)));

    private void Step(BasicBlock block, Arrival before)
    {
        var state = before.State.Copy();
        before.Events = [];
        _activation.Block = block;
        var (branch, isAtEnd) = Evaluate(block, state, before.Events);
        if (HandlersAround(block) is { } handlers)
        {
            foreach (var handler in handlers)
            {
                Reach(handler, new Arrival(before.State, before.Detour));
                Reach(handler, new Arrival(state, before.Detour));
            }
        }

        if (isAtEnd)
        {
            return;
        }

        var isTaken = (branch as ConstantValue)?.Value as bool?;
        if (block.ConditionKind != ControlFlowConditionKind.None)
        {
            var takenWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (isTaken is null || isTaken == takenWhen)
            {
                Follow(block.ConditionalSuccessor, state, before.Detour, null);
            }

            if (isTaken is null || isTaken != takenWhen)
            {
                Follow(block.FallThroughSuccessor, state, before.Detour, null);
            }
        }
        else
        {
            Follow(block.FallThroughSuccessor, state, before.Detour, branch);
        }
    }

    private (AbstractValue? Branch, bool IsAtEnd) Evaluate(BasicBlock block, State state, List<WorkflowEvent> events)
    {
        var evaluator = new Evaluator(_engine, _activation, state, _activation.Frame.NamesUnder(_activation.Frame.TagsAt(block)), events);
        foreach (var operation in block.Operations)
        {
            evaluator.Evaluate(operation);
            if (evaluator.IsAtEnd)
            {
                return (null, true);
            }
        }

        var branch = block.BranchValue is { } value ? evaluator.Evaluate(value) : null;
        if (branch is ComparedValue compared)
        {
            Decisions.Emit(evaluator, block, compared);
        }
        else if (branch is StatisticValue { WeighsFeatures: true } statistic)
        {
            PickedNames.Note(evaluator, block, statistic);
        }

        return (branch, evaluator.IsAtEnd);
    }

    private void Follow(ControlFlowBranch? branch, State state, Detour? way, AbstractValue? value)
    {
        if (branch is { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling, Destination: null })
        {
            // The end of a finally block: on with the way that led into it.
            if (way is { } detour)
            {
                GoOn(detour.Branch, detour.Next + 1, detour.Value, detour.Outer, state);
            }
        }
        else if (branch is not null)
        {
            GoOn(branch, 0, value, way, state);
        }
    }

    // Through the finally blocks on the way, one after the other, and then to where the branch leads.
    private void GoOn(ControlFlowBranch branch, int next, AbstractValue? returned, Detour? outer, State state)
    {
        if (next < branch.FinallyRegions.Length)
        {
            Reach(branch.FinallyRegions[next].FirstBlockOrdinal, new Arrival(state, new Detour(branch, next, returned, outer)));
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.Return || branch.Destination?.Kind == BasicBlockKind.Exit)
        {
            var value = returned ?? NoValue(state);
            _exits.Add(_activation.MakesFunctions ? WithClosures(state, value) : (state, value));
        }
        else if (branch.Destination is { } target)
        {
            state = WithoutDead(branch, state).WithoutCaptures(branch.LeavingRegions);
            Reach(target.Ordinal, new Arrival(_activation.Frame.Loops.StartedOverBy(branch.Source, target) is { } loop ? state.StartOver(loop) : state, outer));
        }
    }

    private (State State, AbstractValue Value) WithClosures(State state, AbstractValue value) =>
        (state.WithMembers(member => Closures.Of(member, _activation, state)), Closures.Of(value, _activation, state));

    // What an iteration has left in variables of its own would keep the states of the next ones apart.
    private State WithoutDead(ControlFlowBranch branch, State state)
    {
        var dead = branch.LeavingRegions.IsEmpty || !_activation.Frame.Loops.Contain(branch.Source) ? [] : branch.LeavingRegions.SelectMany(region => region.Locals).ToList();
        return dead.Count == 0 ? state : state.WithoutLocals(dead);
    }

    private AbstractValue NoValue(State state) => _activation.Owner is IMethodSymbol { ReturnsVoid: false } method ? Iterators.ValueOf(method, _activation, state) : ConstantValue.Null;

    // A path that was on its way before a list that is empty on it got its first row is one with those on which it is filled.
    private bool IsFilled(int block, Arrival waiting)
    {
        var filled = _engine.Picked.FilledIn(waiting.State);
        if (ReferenceEquals(filled, waiting.State))
        {
            return false;
        }

        _arrivals[block]!.Remove(waiting);
        Reach(block, new Arrival(filled, waiting.Detour));
        return true;
    }

    private void Reach(int block, Arrival arrival)
    {
        if (_engine.Picked.FilledIn(arrival.State) is var filled && !ReferenceEquals(filled, arrival.State))
        {
            arrival = new Arrival(filled, arrival.Detour);
        }

        var arrivals = _arrivals[block] ??= new Arrivals();
        if (arrivals.IsCrowded)
        {
            arrival = WithoutDead(block, arrival);
        }

        if (arrivals.States.Count == 0)
        {
            Wait(block, arrivals, arrival);
        }
        else if (!arrivals.States.Contains(arrival))
        {
            Meet(block, arrivals, arrival);
        }
    }

    // Another state than those that came before it.
    private void Meet(int block, Arrivals arrivals, Arrival arrival)
    {
        if (!arrivals.IsCrowded && arrivals.States.Count >= Budget.StatesPerBlock)
        {
            MakeRoom(block, arrivals);
            Reach(block, arrival);
            return;
        }

        var alike = arrivals.States.FindAll(other => Equals(other.Detour, arrival.Detour));
        var isJoined = arrivals.AreJoined(arrival.Detour);
        var areMany = alike.Count >= Budget.StatesPerBlock;

        var close = isJoined ? null : alike.Find(other => AreClose(block, arrivals, alike.Count, other.State, arrival.State));
        if (areMany && !isJoined && close is null)
        {
            if (PairOf(alike) is var (one, another))
            {
                arrivals.Remove(one);
                arrivals.Remove(another);
                Reach(block, Joined(block, one, [another]));
                Reach(block, arrival);
                return;
            }

            // Of too many, the two that differ in the least.
            close = AreWorthTellingApart(alike, arrival) ? alike.OrderBy(other => other.State.DifferencesTo(arrival.State)).First() : null;
        }

        if (isJoined || (areMany && close is null))
        {
            var joined = Joined(block, arrival, alike);
            if (isJoined && alike[0].Equals(joined))
            {
                return;
            }

            arrival = joined;
            arrivals.Replace(alike, arrival.Detour);
        }
        else if (close is not null)
        {
            arrival = Joined(block, arrival, [close]);
            if (arrivals.States.Contains(arrival))
            {
                return;
            }

            arrivals.Remove(close);
        }

        Wait(block, arrivals, arrival);
    }

    // Two that differ in what nobody knows are one, and so are, where a loop begins once more after two iterations, two that differ in what it counts, and where there are many, two that say as much when they are joined.
    private bool AreClose(int block, Arrivals arrivals, int alike, State one, State another) => one.IsAsFarAsKnown(another)
        || (alike > 1 && _activation.Frame.Loops.BeginAt(block) && one.IsAsFarAsCounted(another))
        || (arrivals.IsCrowded && one.IsAsUsableAs(another));

    // Two that say as much when they are joined; null where there are none.
    private static (Arrival One, Arrival Another)? PairOf(List<Arrival> alike)
    {
        for (var i = 0; i < alike.Count; i++)
        {
            for (var j = i + 1; j < alike.Count; j++)
            {
                if (alike[i].State.IsAsUsableAs(alike[j].State))
                {
                    return (alike[i], alike[j]);
                }
            }
        }

        return null;
    }

    // Of those that differ in numbers and texts alone, one says as much as all, and so it does where ML.NET is not called; in a long body many would cost more than its entry has.
    private bool AreWorthTellingApart(List<Arrival> alike, Arrival arrival) =>
        _activation.Graph.Blocks.Length <= Budget.BlocksOfShortBody && _engine.Bodies.TouchesMlNet(_activation.Graph) && alike.Exists(other => other.State.DifferencesTo(arrival.State) > 0);

    private void Wait(int block, Arrivals arrivals, Arrival arrival)
    {
        arrivals.States.Add(arrival);
        _lowestPending = Math.Min(_lowestPending, block);
    }

    private Arrival Joined(int block, Arrival arrival, List<Arrival> alike)
    {
        var point = _activation.Frame.PointAt(_activation.Graph.Blocks[block]);
        return new Arrival(alike.Aggregate(arrival.State, (joined, other) => State.Join(_engine.Picked.FilledIn(other.State), joined, point)), arrival.Detour);
    }

    // Before states are joined, those become one that differ in nothing that is read from here on.
    private void MakeRoom(int block, Arrivals arrivals)
    {
        arrivals.IsCrowded = true;
        foreach (var other in arrivals.States.ToList())
        {
            var rest = WithoutDead(block, other);
            if (!ReferenceEquals(rest, other))
            {
                arrivals.Remove(other);
                Reach(block, rest);
            }
        }
    }

    private Arrival WithoutDead(int block, Arrival arrival) =>
        _activation.LastReads.DeadAt(_activation.Graph.Blocks[block], arrival.State) is { Count: > 0 } dead ? new Arrival(arrival.State.WithoutLocals(dead), arrival.Detour) : arrival;

    /// <summary>First blocks of the handlers that an exception in <paramref name="block"/> may reach; null where there are none.</summary>
    private static List<int>? HandlersAround(BasicBlock block)
    {
        List<int>? handlers = null;

        // Above the root of a lambda stand the regions of the graph around it.
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in region.EnclosingRegion!.NestedRegions)
                {
                    if (handler != region && handler.Kind != ControlFlowRegionKind.Finally)
                    {
                        (handlers ??= []).Add(handler.FirstBlockOrdinal);
                    }
                }
            }
        }

        return handlers;
    }
}
