using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>The states at one block.</summary>
internal sealed class Arrivals
{
    private List<Detour?>? _joined;

    // Those before were interpreted.
    private int _pending;

    /// <summary>Those that differ.</summary>
    public List<Arrival> States { get; } = new(1);

    /// <summary>Whether more came here than are kept apart, so that they are told apart only by what is read from here on.</summary>
    public bool IsCrowded { get; set; }

    /// <summary>Whether all states on the way <paramref name="detour"/> are one.</summary>
    public bool AreJoined(Detour? detour) => _joined?.Contains(detour) == true;

    /// <summary>The first that was not interpreted yet; null where all were.</summary>
    public Arrival? NextPending()
    {
        while (_pending < States.Count && States[_pending].Events is not null)
        {
            _pending++;
        }

        return _pending < States.Count ? States[_pending] : null;
    }

    /// <summary>Takes out <paramref name="state"/>, in place of which another comes.</summary>
    public void Remove(Arrival state)
    {
        States.Remove(state);
        _pending = 0;
    }

    /// <summary>Takes out <paramref name="states"/>, all of those on the way <paramref name="detour"/>, for one that holds wherever they do.</summary>
    public void Replace(List<Arrival> states, Detour? detour)
    {
        States.RemoveAll(state => states.Exists(other => ReferenceEquals(other, state)));
        _pending = 0;
        if (!AreJoined(detour))
        {
            (_joined ??= []).Add(detour);
        }
    }
}

/// <summary>A state at a block, and the way that is left where the block is on one through finally blocks.</summary>
internal sealed record Arrival(State State, Detour? Detour)
{
    /// <summary>What happens in the block; null before it was interpreted.</summary>
    public List<WorkflowEvent>? Events { get; set; }

    public bool Equals(Arrival? other) => other is not null && Equals(Detour, other.Detour) && State.Equals(other.State);

    public override int GetHashCode() => State.GetHashCode();
}

/// <summary>A branch that runs finally blocks on its way.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Next">Index of the finally block that runs.</param>
/// <param name="Value">What is returned, where the branch returns something.</param>
/// <param name="Outer">The way that the branch itself is on.</param>
internal sealed record Detour(ControlFlowBranch Branch, int Next, AbstractValue? Value, Detour? Outer);
