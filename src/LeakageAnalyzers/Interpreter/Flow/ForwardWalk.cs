using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>
/// Interprets one graph to a fixpoint, and then emits its events in a single pass over the stable states, so that nothing is emitted from a state that is later refined.
/// </summary>
internal sealed class ForwardWalk
{
    private readonly Engine _engine;
    private readonly Activation _activation;
    private readonly SortedDictionary<int, List<State>> _states = [];
    private readonly SortedDictionary<int, Queue<State>> _pending = [];
    private readonly HashSet<int> _joined = [];
    private readonly List<(State State, AbstractValue Value)> _exits = [];

    public ForwardWalk(Engine engine, Activation activation)
    {
        _engine = engine;
        _activation = activation;
    }

    /// <summary>Runs the graph from <paramref name="entry"/>; null where the budget does not suffice.</summary>
    public CallResult? Run(State entry)
    {
        Reach(0, entry);
        while (_pending.Count > 0)
        {
            var next = _pending.First();
            var state = next.Value.Dequeue();
            if (next.Value.Count == 0)
            {
                _pending.Remove(next.Key);
            }

            // A state that was joined into another since has nothing of its own to say.
            if (_states[next.Key].Contains(state))
            {
                Step(_activation.Graph.Blocks[next.Key], state);
            }

            if (_engine.Budget.IsExhausted)
            {
                return null;
            }
        }

        var events = new List<WorkflowEvent>();
        foreach (var block in _states)
        {
            foreach (var state in block.Value)
            {
                Evaluate(_activation.Graph.Blocks[block.Key], state.Copy(), events);
            }
        }

        return _engine.Budget.IsExhausted ? null : Leave(events);
    }

    private CallResult Leave(List<WorkflowEvent> events)
    {
        if (_exits.Count == 0)
        {
            return new CallResult(State.Empty, new UnknownValue("does not return", _activation.CallString + "exit"), events);
        }

        var point = _activation.CallString + "exit";
        var state = _exits.Select(exit => exit.State).Aggregate((a, b) => a.Equals(b) ? a : State.Join(a, b, point));
        var values = _exits.Select(exit => exit.Value).Distinct().ToList();
        return new CallResult(state, values.Count == 1 ? values[0] : new UnknownValue("differs between the returns", "join:" + point), events);
    }

    private void Step(BasicBlock block, State before)
    {
        var state = before.Copy();
        var (branch, _) = Evaluate(block, state, events: null);
        foreach (var handler in HandlersAround(block))
        {
            Reach(handler, before);
            Reach(handler, state);
        }

        var isTaken = (branch as ConstantValue)?.Value as bool?;
        if (block.ConditionKind != ControlFlowConditionKind.None)
        {
            var takenWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (isTaken is null || isTaken == takenWhen)
            {
                Follow(block, block.ConditionalSuccessor, state, null);
            }

            if (isTaken is null || isTaken != takenWhen)
            {
                Follow(block, block.FallThroughSuccessor, state, null);
            }
        }
        else
        {
            Follow(block, block.FallThroughSuccessor, state, branch);
        }
    }

    private (AbstractValue? Branch, State After) Evaluate(BasicBlock block, State state, List<WorkflowEvent>? events)
    {
        var evaluator = new Evaluator(_engine, _activation, state, _activation.Loops.TagsAt(block), events);
        foreach (var operation in block.Operations)
        {
            evaluator.Evaluate(operation);
        }

        return (block.BranchValue is { } value ? evaluator.Evaluate(value) : null, state);
    }

    private void Follow(BasicBlock source, ControlFlowBranch? branch, State state, AbstractValue? value)
    {
        if (branch is null)
        {
            return;
        }

        if (branch.Semantics == ControlFlowBranchSemantics.Return || branch.Destination?.Kind == BasicBlockKind.Exit)
        {
            _exits.Add((state, value ?? Nothing()));
        }
        else if (branch.Destination is { } target)
        {
            Reach(target.Ordinal, _activation.Loops.StartedOverBy(source, target) is { } loop ? state.StartOver(loop) : state);
        }

        // What runs on the way out is seen, but its effects are not carried on.
        foreach (var region in branch.FinallyRegions)
        {
            Reach(region.FirstBlockOrdinal, state);
        }
    }

    // Two walks of an iterator may yield different rows; one call of it is one value.
    private AbstractValue Nothing() =>
        _activation.Owner is IMethodSymbol { ReturnsVoid: false } ? new UnknownValue("what an iterator yields", $"yield:{_activation.CallString}") : ConstantValue.Null;

    private void Reach(int block, State state)
    {
        if (!_states.TryGetValue(block, out var states))
        {
            _states[block] = states = [];
        }

        if (states.Contains(state))
        {
            return;
        }

        if (_joined.Contains(block) || states.Count == Budget.StatesPerBlock)
        {
            var point = $"{_activation.CallString}block{block}{_activation.Loops.TagsAt(_activation.Graph.Blocks[block])}:";
            state = states.Aggregate(state, (joined, other) => State.Join(other, joined, point));
            if (_joined.Add(block) || !states[0].Equals(state))
            {
                states.Clear();
            }
            else
            {
                return;
            }
        }

        states.Add(state);
        if (!_pending.TryGetValue(block, out var queue))
        {
            _pending[block] = queue = new Queue<State>();
        }

        queue.Enqueue(state);
    }

    /// <summary>First blocks of the handlers that an exception in <paramref name="block"/> may reach.</summary>
    private static IEnumerable<int> HandlersAround(BasicBlock block)
    {
        // Above the root of a lambda stand the regions of the graph around it.
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in region.EnclosingRegion!.NestedRegions.Where(nested => nested != region))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }
}

/// <summary>What a call leaves behind.</summary>
/// <param name="State">The state at its end.</param>
/// <param name="Value">What it returned.</param>
/// <param name="Events">What happened in it.</param>
internal sealed record CallResult(State State, AbstractValue Value, IReadOnlyList<WorkflowEvent> Events)
{
    /// <summary>What holds after either of two calls.</summary>
    public static CallResult Join(CallResult a, CallResult b, string point) => new(
        a.State.Equals(b.State) ? a.State : State.Join(a.State, b.State, point),
        a.Value.Equals(b.Value) ? a.Value : new UnknownValue("differs between the methods that may be called", "join:" + point),
        [.. a.Events, .. b.Events]);
}
