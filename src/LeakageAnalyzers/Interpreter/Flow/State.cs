using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>What is known at one point of the program: locals and parameters, flow captures, and the members of objects. Copied before it is changed.</summary>
internal sealed class State : IEquatable<State>
{
    private static readonly StateMap<CaptureId> NoCaptures = StateMap<CaptureId>.Empty();

    private StateMap<ISymbol> _locals;
    private StateMap<CaptureId> _captures;
    private StateMap<MemberKey> _members;

    private State(StateMap<ISymbol> locals, StateMap<CaptureId> captures, StateMap<MemberKey> members)
    {
        _locals = locals;
        _captures = captures;
        _members = members;
    }

    public static State Empty => new(StateMap<ISymbol>.Empty(SymbolEqualityComparer.Default), NoCaptures, StateMap<MemberKey>.Empty());

    public State Copy() => new(_locals.Share(), _captures.Share(), _members.Share());

    public AbstractValue? Local(ISymbol symbol) => _locals[symbol];

    public void SetLocal(ISymbol symbol, AbstractValue value) => _locals[symbol] = value;

    /// <summary>The variables that something is known of.</summary>
    public IEnumerable<ISymbol> Locals => _locals.Entries.Keys;

    /// <summary>What stands in variables and in the members of objects.</summary>
    public IEnumerable<AbstractValue> Values => _locals.Entries.Values.Concat(_members.Entries.Values);

    public AbstractValue? Capture(CaptureId id) => _captures[id];

    public void SetCapture(CaptureId id, AbstractValue value) => _captures[id] = value;

    public AbstractValue? Member(string obj, string member) => _members[new MemberKey(obj, member)];

    public void SetMember(string obj, string member, AbstractValue value) => _members[new MemberKey(obj, member)] = value;

    /// <summary>Forgets the members of <paramref name="obj"/>.</summary>
    public void Forget(string obj) => _members.RemoveRange(_members.Entries.Keys.Where(member => member.Object == obj).ToList());

    /// <summary>What is known of the members of <paramref name="obj"/>, by name.</summary>
    public IEnumerable<KeyValuePair<string, AbstractValue>> NamedMembersOf(string obj) =>
        _members.Entries.Where(entry => entry.Key.Object == obj).Select(entry => new KeyValuePair<string, AbstractValue>(entry.Key.Member, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>What stands in the members of an object.</summary>
    public IEnumerable<AbstractValue> MembersOf(string obj) => NamedMembersOf(obj).Select(entry => entry.Value);

    /// <summary>Puts <paramref name="after"/> wherever <paramref name="before"/> is.</summary>
    public void Replace(AbstractValue before, AbstractValue after) => Replace(before.Equals, after);

    /// <summary>Puts <paramref name="after"/> in place of every value that <paramref name="isReplaced"/>.</summary>
    public void Replace(Func<AbstractValue, bool> isReplaced, AbstractValue after)
    {
        AbstractValue Replaced(AbstractValue value) => isReplaced(value) ? after : value;
        _locals = _locals.Select(Replaced);
        _captures = _captures.Select(Replaced);
        _members = _members.Select(Replaced);
    }

    /// <summary>This state with what <paramref name="map"/> makes of what stands in the members of objects.</summary>
    public State WithMembers(Func<AbstractValue, AbstractValue> map) => new(_locals.Share(), _captures.Share(), _members.Select(map));

    /// <summary>This state with the members that <paramref name="other"/> knows, of the objects <paramref name="made"/> there in place of all that is known of them here.</summary>
    public State WithMembersOf(State other, IReadOnlyCollection<string> made)
    {
        var members = _members.Share();
        members.RemoveRange(_members.Entries.Keys.Where(member => made.Contains(member.Object)).ToList());
        foreach (var entry in other._members.Entries)
        {
            members[entry.Key] = entry.Value;
        }

        return new(_locals.Share(), _captures.Share(), members);
    }

    /// <summary>What is known of the members of objects.</summary>
    public IEnumerable<KeyValuePair<MemberKey, AbstractValue>> Members => _members.Entries;

    /// <summary>Forgets captures, which belong to one graph, on the way into another.</summary>
    public State WithoutCaptures() => new(_locals.Share(), NoCaptures, _members.Share());

    /// <summary>Forgets the captures of <paramref name="left"/>, which are not read behind it.</summary>
    public State WithoutCaptures(ImmutableArray<ControlFlowRegion> left)
    {
        if (_captures.Count == 0 || left.IsEmpty)
        {
            return this;
        }

        var captures = _captures.Share();
        foreach (var region in left)
        {
            captures.RemoveRange(region.CaptureIds);
        }

        return new(_locals.Share(), captures, _members.Share());
    }

    /// <summary>The members of <paramref name="callee"/> and those of its locals that stand here too and are not <paramref name="hidden"/>: what a call leaves behind.</summary>
    public State After(State callee, IReadOnlyCollection<ISymbol>? hidden = null) => new(_locals.UpdatedFrom(callee._locals, hidden), _captures.Share(), callee._members.Share());

    /// <summary>Takes over what <paramref name="other"/> holds.</summary>
    public void ReplaceWith(State other) => (_locals, _captures, _members) = (other._locals.Share(), other._captures.Share(), other._members.Share());

    /// <summary>This state without the <paramref name="dead"/> locals.</summary>
    public State WithoutLocals(IEnumerable<ISymbol> dead)
    {
        var locals = _locals.Share();
        locals.RemoveRange(dead);
        return new State(locals, _captures.Share(), _members.Share());
    }

    /// <summary>This state at the start of another iteration of <paramref name="loop"/>, which hands on <paramref name="made"/> too where that is something.</summary>
    public State StartOver(string loop, AbstractValue? made = null)
    {
        AbstractValue Aged(AbstractValue value) => value.StartOver(loop);
        var (locals, captures, members) = (_locals.Select(Aged), _captures.Select(Aged), WithAgedNames(_members.Select(Aged), loop));
        members.RemoveRange(Reachable.NotFrom(locals.Entries.Values.Concat(captures.Entries.Values).Concat(made is null ? [] : [made]), members.Entries, loop));
        return new State(locals, captures, members);
    }

    // Objects of the iteration before share one aged name; where they disagree nothing is known.
    private static StateMap<MemberKey> WithAgedNames(StateMap<MemberKey> members, string loop)
    {
        var tag = SymbolicId.LoopTag(loop);
        List<KeyValuePair<MemberKey, AbstractValue>>? tagged = null;
        foreach (var member in members.Entries)
        {
            if (SymbolicId.IsMadeInLoop(member.Key.Object) && member.Key.Object.Contains(tag))
            {
                (tagged ??= []).Add(member);
            }
        }

        if (tagged is null)
        {
            return members;
        }

        var aged = members.Share();
        aged.RemoveRange(tagged.Select(member => member.Key));
        var (current, older) = ("", "");
        foreach (var entry in tagged)
        {
            // Most members of one object stand beside each other.
            (current, older) = entry.Key.Object == current ? (current, older) : (entry.Key.Object, SymbolicId.StartOver(entry.Key.Object, loop));
            var key = entry.Key with { Object = older };
            aged[key] = aged[key] is { } other && !other.Equals(entry.Value)
                ? Measures.Of(JoinPoint.Joined(key.Object + key.Member), Measures.In(entry.Value).Concat(Measures.In(other)))
                : entry.Value;
        }

        return aged;
    }

    /// <summary>What holds in both states; what they disagree on is unknown under a name that <paramref name="point"/> gives.</summary>
    public static State Join(State a, State b, JoinPoint point)
    {
        return new(
            a._locals.Join(b._locals, (symbol, one, other) => Of(one, other, symbol.Name)),
            a._captures.Join(b._captures, (capture, one, other) => Of(one, other, capture.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture))),
            WithWritten(a._members, b._members, WithWritten(b._members, a._members, a._members.Join(b._members, (member, one, other) => Of(one, other, member.Member, member.Object)))));

        // A member that one path has not read yet has what it began with there, which is no model and no score.
        StateMap<MemberKey> WithWritten(StateMap<MemberKey> one, StateMap<MemberKey> other, StateMap<MemberKey> joined)
        {
            foreach (var entry in one.Entries)
            {
                if (entry.Value is not (MeasuredValue or TransformerValue) || other[entry.Key] is not null)
                {
                    continue;
                }

                joined[entry.Key] = entry.Value is MeasuredValue measured ? Measures.Of(point.Unknown(entry.Key.Object + entry.Key.Member), measured.Measurements) : entry.Value;
            }

            return joined;
        }

        AbstractValue Of(AbstractValue one, AbstractValue other, string name, string owner = "") => Usable(one, other)
            ?? (!Measures.MayBeBehind(one) && !Measures.MayBeBehind(other) ? point.Unknown(owner + name) : Measures.Of(point.Unknown(owner + name), Measures.In(one, a).Concat(Measures.In(other, b))));
    }

    public bool Equals(State? other) =>
        ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() && _captures.IsSameAs(other._captures) && _locals.IsSameAs(other._locals) && _members.IsSameAs(other._members));

    /// <summary>Whether this and <paramref name="other"/> differ in nothing but in values of which nothing is known.</summary>
    public bool IsAsFarAsKnown(State other)
    {
        if (!_captures.IsLike(other._captures, AreBothUnknown) || !_locals.IsLike(other._locals, AreBothUnknown) || !_members.IsLike(other._members, AreBothUnknown))
        {
            return false;
        }

        // Of objects whose members are known, something is.
        var names = new HashSet<string>(StringComparer.Ordinal);
        _ = _locals.IsLike(other._locals, AreNamed) && _captures.IsLike(other._captures, AreNamed) && _members.IsLike(other._members, AreNamed);
        return !_members.Entries.Keys.Any(member => names.Contains(member.Object));

        bool AreNamed(AbstractValue one, AbstractValue another)
        {
            names.Add(one.Identity);
            names.Add(another.Identity);
            return true;
        }
    }

    /// <summary>Whether this and <paramref name="other"/> differ in nothing but in where one has a value of ML.NET's and the other none, so that joined they say as much as both.</summary>
    public bool IsAsUsableAs(State other) =>
        _captures.IsLike(other._captures, IsOneOfMlNet) && _locals.IsLike(other._locals, IsOneOfMlNet) && _members.IsLike(other._members, IsOneOfMlNet);

    /// <summary>
    /// Whether this and <paramref name="other"/> differ in nothing but in numbers, known or not, in rows made in a loop of which nothing else is known, and in lists that hold these and are empty in none of the two.
    /// </summary>
    public bool IsAsFarAsCounted(State other) =>
        _captures.IsLike(other._captures, AreNumbers) && _locals.IsLike(other._locals, AreNumbers) && HasCountedBeside(other) && other.HasCountedBeside(this);

    private bool HasCountedBeside(State other)
    {
        foreach (var entry in _members.Entries)
        {
            var isAlike = other._members[entry.Key] is { } beside
                ? beside.Equals(entry.Value) || (IsCounted(entry.Value) && other.IsCounted(beside))
                : entry.Value.IsPlain && (SymbolicId.IsMadeInLoop(entry.Key.Object) || Collections.IsEntry(entry.Key.Member));
            if (!isAlike)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsCounted(AbstractValue value) => IsNumber(value) || (value is SequenceValue { Items: { Count: > 0 } items } && items.All(item => item is ObjectValue made ? IsPlainRow(made) : IsCounted(item)));

    private bool IsPlainRow(ObjectValue made) => Collections.IsRow(this, made) && MembersOf(made.Id).All(member => member.IsPlain);

    private static bool AreNumbers(AbstractValue one, AbstractValue another) => IsNumber(one) && IsNumber(another);

    private static bool IsNumber(AbstractValue value) => value is ConstantValue { Number: not null } or UnknownValue { IsBare: true };

    private static bool IsOneOfMlNet(AbstractValue one, AbstractValue another) => OneOfMlNet(one, another) is not null;

    private static bool AreBothUnknown(AbstractValue one, AbstractValue another) => one is UnknownValue { IsBare: true } && another is UnknownValue { IsBare: true };

    /// <summary>How many variables, captures and members hold something else in <paramref name="other"/>, where it is more than a number, a text or something that is not known.</summary>
    public int DifferencesTo(State other) => _locals.DifferencesTo(other._locals) + _captures.DifferencesTo(other._captures) + _members.DifferencesTo(other._members);

    public override bool Equals(object? obj) => Equals(obj as State);

    public override int GetHashCode() => unchecked((_locals.Count * 397) + (_captures.Count * 31) + _members.Count);

    /// <summary>The one of <paramref name="values"/>, at least one, that whoever has one of them can do something with; null where several can be used.</summary>
    public static AbstractValue? Usable(IReadOnlyList<AbstractValue> values)
    {
        var usable = values[0];
        for (var i = 1; i < values.Count && usable is not null; i++)
        {
            usable = usable.Equals(values[i]) ? usable : Usable(usable, values[i]);
        }

        return usable;
    }

    // A loop that gathers a statistic, writes it into rows or adds copies to them has done so after any iteration.
    private static AbstractValue? Usable(AbstractValue a, AbstractValue b) => OneOfMlNet(a, b) ?? (a, b) switch
    {
        (ConstantValue or ObjectValue or UnknownValue, StatisticValue { Loops.Count: > 0 }) => b,
        (StatisticValue { Loops.Count: > 0 }, ConstantValue or ObjectValue or UnknownValue) => a,
        (StatisticValue one, StatisticValue other) when one.IsOfSameRowsAs(other) => one.LearnedFrom.Count <= other.LearnedFrom.Count ? one : other,
        (RowsValue before, RowsValue after) when after.HasCopiesBeside(before) => after,
        (RowsValue after, RowsValue before) when after.HasCopiesBeside(before) => after,
        (RowsValue before, RowsValue after) when after.IsWritten(before) => after,
        (RowsValue after, RowsValue before) when after.IsWritten(before) => after,

        // Of tuples, each of their items.
        (SequenceValue some, SequenceValue others) when some.Items.Count == others.Items.Count => ItemsOf(some, others),

        // Two walks over rows or folds, of which it is not known where they stand, differ in whether they have begun.
        (EnumeratorValue { Source: not SequenceValue } walk, EnumeratorValue other) when walk.Source.Equals(other.Source) => walk.Position > other.Position ? walk : other,
        _ => null,
    };

    // Of a value of ML.NET's and none, only the value can be used: who uses nothing, throws.
    private static AbstractValue? OneOfMlNet(AbstractValue a, AbstractValue b) =>
        a is ConstantValue { Value: null } && IsOfMlNet(b) ? b : b is ConstantValue { Value: null } && IsOfMlNet(a) ? a : null;

    // Or holds some, as tuples do.
    private static bool IsOfMlNet(AbstractValue value) => value is RowsValue or EstimatorValue or TransformerValue or SplitValue or FoldListValue or FoldResultsValue || (value is SequenceValue tuple && tuple.Items.Any(IsOfMlNet));

    private static SequenceValue? ItemsOf(SequenceValue some, SequenceValue others)
    {
        var items = some.Items.Zip(others.Items, (one, other) => one.Equals(other) ? one : Usable(one, other)).OfType<AbstractValue>().ToList();
        return items.Count == some.Items.Count ? new SequenceValue(EquatableList<AbstractValue>.From(items)) : null;
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Object">Names the object.</param>
/// <param name="Member">The member's name.</param>
internal readonly record struct MemberKey(string Object, string Member)
{
    // Names of objects are long and differ in most places: a few of their characters are enough to hash, and of a member's name, its length.
    public override int GetHashCode()
    {
        const int Characters = 12;
        var hash = unchecked((Object.Length * 31) + Member.Length);
        var step = (Object.Length / Characters) + 1;
        for (var i = Object.Length - 1; i >= 0; i -= step)
        {
            hash = unchecked((hash * 31) + Object[i]);
        }

        return hash;
    }
}
