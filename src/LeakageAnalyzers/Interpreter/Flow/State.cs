using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>What is known at one point of the program: locals and parameters, flow captures, and the members of objects. Copied before it is changed.</summary>
internal sealed class State : IEquatable<State>
{
    private ImmutableDictionary<ISymbol, AbstractValue> _locals;
    private ImmutableDictionary<CaptureId, AbstractValue> _captures;
    private ImmutableDictionary<(string Object, string Member), AbstractValue> _members;

    private State(
        ImmutableDictionary<ISymbol, AbstractValue> locals,
        ImmutableDictionary<CaptureId, AbstractValue> captures,
        ImmutableDictionary<(string Object, string Member), AbstractValue> members)
    {
        _locals = locals;
        _captures = captures;
        _members = members;
    }

    public static State Empty => new(
        ImmutableDictionary.Create<ISymbol, AbstractValue>(SymbolEqualityComparer.Default),
        ImmutableDictionary<CaptureId, AbstractValue>.Empty,
        ImmutableDictionary<(string, string), AbstractValue>.Empty);

    public State Copy() => new(_locals, _captures, _members);

    public AbstractValue? Local(ISymbol symbol) => _locals.TryGetValue(symbol, out var value) ? value : null;

    public void SetLocal(ISymbol symbol, AbstractValue value) => _locals = _locals.SetItem(symbol, value);

    public AbstractValue? Capture(CaptureId id) => _captures.TryGetValue(id, out var value) ? value : null;

    public void SetCapture(CaptureId id, AbstractValue value) => _captures = _captures.SetItem(id, value);

    public AbstractValue? Member(string obj, string member) => _members.TryGetValue((obj, member), out var value) ? value : null;

    public void SetMember(string obj, string member, AbstractValue value) => _members = _members.SetItem((obj, member), value);

    /// <summary>What is known of the members of <paramref name="obj"/>, by name.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> NamedMembersOf(string obj) =>
        _members.Where(entry => entry.Key.Object == obj).Select(entry => new KeyValuePair<string, AbstractValue>(entry.Key.Member, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>What stands in the members of an object.</summary>
    public IEnumerable<AbstractValue> MembersOf(string obj) => NamedMembersOf(obj).Select(entry => entry.Value);

    /// <summary>Puts <paramref name="after"/> wherever <paramref name="before"/> is.</summary>
    public void Replace(AbstractValue before, AbstractValue after) => Replace(before.Equals, after);

    /// <summary>Puts <paramref name="after"/> in place of every value that <paramref name="isReplaced"/>.</summary>
    public void Replace(Func<AbstractValue, bool> isReplaced, AbstractValue after)
    {
        _locals = Replace(_locals, isReplaced, after);
        _captures = Replace(_captures, isReplaced, after);
        _members = Replace(_members, isReplaced, after);
    }

    /// <summary>This state with what <paramref name="map"/> makes of what stands in the members of objects.</summary>
    public State WithMembers(Func<AbstractValue, AbstractValue> map)
    {
        var members = _members.ToBuilder();
        foreach (var entry in _members)
        {
            if (map(entry.Value) is var value && !ReferenceEquals(value, entry.Value))
            {
                members[entry.Key] = value;
            }
        }

        return new State(_locals, _captures, members.ToImmutable());
    }

    /// <summary>Forgets captures, which belong to one graph, on the way into another.</summary>
    public State WithoutCaptures() => new(_locals, ImmutableDictionary<CaptureId, AbstractValue>.Empty, _members);

    /// <summary>The members of <paramref name="callee"/> and those of its locals that stand here too: what a call leaves behind.</summary>
    public State After(State callee)
    {
        var locals = _locals;
        foreach (var entry in _locals)
        {
            if (callee._locals.TryGetValue(entry.Key, out var value) && !value.Equals(entry.Value))
            {
                locals = locals.SetItem(entry.Key, value);
            }
        }

        return new State(locals, _captures, callee._members);
    }

    /// <summary>Takes over what <paramref name="other"/> holds.</summary>
    public void ReplaceWith(State other) => (_locals, _captures, _members) = (other._locals, other._captures, other._members);

    /// <summary>This state without the <paramref name="dead"/> locals.</summary>
    public State WithoutLocals(IEnumerable<ISymbol> dead) => new(_locals.RemoveRange(dead), _captures, _members);

    /// <summary>This state at the start of another iteration of <paramref name="loop"/>.</summary>
    public State StartOver(string loop)
    {
        // Objects of the iteration before share one aged name; where they disagree nothing is known.
        var members = Map(_members, loop);
        foreach (var key in members.Keys.Where(key => key.Object.Contains(SymbolicId.LoopTag(loop))))
        {
            var aged = (SymbolicId.StartOver(key.Object, loop), key.Member);
            var value = members[key];
            members = members.Remove(key).SetItem(aged, members.TryGetValue(aged, out var other) && !other.Equals(value)
                ? Measures.Of(Joined(aged.Item1 + aged.Member), Measures.In(value).Concat(Measures.In(other)))
                : value);
        }

        var (locals, captures) = (Map(_locals, loop), Map(_captures, loop));
        return new State(locals, captures, Reachable.From(locals.Values.Concat(captures.Values), members, loop));
    }

    /// <summary>What holds in both states; what they disagree on is unknown under a name made of <paramref name="point"/>.</summary>
    public static State Join(State a, State b, string point) => new(
        Join(a._locals, b._locals, a, b, symbol => point + symbol.Name),
        Join(a._captures, b._captures, a, b, capture => point + capture.GetHashCode()),
        Join(a._members, b._members, a, b, member => point + member.Object + member.Member));

    public bool Equals(State? other) =>
        ReferenceEquals(this, other) || (other is not null && Same(_locals, other._locals) && Same(_captures, other._captures) && Same(_members, other._members));

    public override bool Equals(object? obj) => Equals(obj as State);

    public override int GetHashCode() => unchecked((_locals.Count * 397) + (_captures.Count * 31) + _members.Count);

    private static ImmutableDictionary<TKey, AbstractValue> Replace<TKey>(ImmutableDictionary<TKey, AbstractValue> values, Func<AbstractValue, bool> isReplaced, AbstractValue after)
        where TKey : notnull =>
        values.SetItems(values.Where(entry => isReplaced(entry.Value)).Select(entry => new KeyValuePair<TKey, AbstractValue>(entry.Key, after)));

    private static ImmutableDictionary<TKey, AbstractValue> Map<TKey>(ImmutableDictionary<TKey, AbstractValue> values, string loop)
        where TKey : notnull
    {
        var builder = values.ToBuilder();
        foreach (var entry in values)
        {
            var value = entry.Value.StartOver(loop);
            if (!ReferenceEquals(value, entry.Value))
            {
                builder[entry.Key] = value;
            }
        }

        return builder.ToImmutable();
    }

    private static ImmutableDictionary<TKey, AbstractValue> Join<TKey>(
        ImmutableDictionary<TKey, AbstractValue> a, ImmutableDictionary<TKey, AbstractValue> b, State stateOfA, State stateOfB, Func<TKey, string> name)
        where TKey : notnull
    {
        if (ReferenceEquals(a, b))
        {
            return a;
        }

        var builder = a.ToBuilder();
        foreach (var entry in a)
        {
            if (!b.TryGetValue(entry.Key, out var other))
            {
                builder.Remove(entry.Key);
            }
            else if (!entry.Value.Equals(other))
            {
                builder[entry.Key] = Usable(entry.Value, other) ?? Measures.Of(Joined(name(entry.Key)), Measures.In(entry.Value, stateOfA).Concat(Measures.In(other, stateOfB)));
            }
        }

        return builder.ToImmutable();
    }

    // Of a value of ML.NET's and none, only the value can be used: who uses nothing, throws. Rows that a loop adds copies to have them after any iteration.
    private static AbstractValue? Usable(AbstractValue a, AbstractValue b) => (a, b) switch
    {
        (ConstantValue { Value: null }, RowsValue or EstimatorValue or TransformerValue or SplitValue) => b,
        (RowsValue or EstimatorValue or TransformerValue or SplitValue, ConstantValue { Value: null }) => a,
        (RowsValue before, RowsValue after) when after.HasCopiesBeside(before) => after,
        (RowsValue after, RowsValue before) when after.HasCopiesBeside(before) => after,

        // Two walks over rows or folds, of which it is not known where they stand, differ in whether they have begun.
        (EnumeratorValue { Source: not SequenceValue } walk, EnumeratorValue other) when walk.Source.Equals(other.Source) => walk.Position > other.Position ? walk : other,
        _ => null,
    };

    private static UnknownValue Joined(string name) => new("differs between the paths that lead here", "join:" + name);

    private static bool Same<TKey>(ImmutableDictionary<TKey, AbstractValue> a, ImmutableDictionary<TKey, AbstractValue> b)
        where TKey : notnull =>
        ReferenceEquals(a, b)
        || (a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));
}
