using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Values by key. States share one until one of them changes it: most are small, and read and compared far more often than changed.</summary>
internal struct StateMap<TKey>
    where TKey : notnull
{
    private Dictionary<TKey, AbstractValue> _values;
    private bool _isShared;

    private StateMap(Dictionary<TKey, AbstractValue> values, bool isShared) => (_values, _isShared) = (values, isShared);

    /// <summary>How many values.</summary>
    public readonly int Count => _values.Count;

    /// <summary>The values by their keys; not to be changed.</summary>
    public readonly Dictionary<TKey, AbstractValue> Entries => _values;

    /// <summary>The value of <paramref name="key"/>, or null. Setting copies what another state reads too.</summary>
    public AbstractValue? this[TKey key]
    {
        readonly get => _values.TryGetValue(key, out var value) ? value : null;
        set
        {
            if (_values.TryGetValue(key, out var before) && ReferenceEquals(before, value))
            {
                return;
            }

            Own();
            _values[key] = value!;
        }
    }

    /// <summary>Takes out the values of <paramref name="keys"/>, where they stand.</summary>
    public void RemoveRange(IEnumerable<TKey> keys)
    {
        foreach (var key in keys)
        {
            if (!_values.ContainsKey(key))
            {
                continue;
            }

            Own();
            _values.Remove(key);
        }
    }

    /// <summary>No value.</summary>
    public static StateMap<TKey> Empty(IEqualityComparer<TKey>? comparer = null) => new(new Dictionary<TKey, AbstractValue>(comparer), isShared: true);

    /// <summary>These values, for another state to read and, once it changes them, to copy.</summary>
    public StateMap<TKey> Share()
    {
        _isShared = true;
        return this;
    }

    /// <summary>Each value as <paramref name="change"/> makes it.</summary>
    public StateMap<TKey> Select(Func<AbstractValue, AbstractValue> change)
    {
        var changed = Share();
        foreach (var entry in _values)
        {
            changed[entry.Key] = change(entry.Value);
        }

        return changed;
    }

    /// <summary>The values of keys that stand here and in <paramref name="other"/>; where they differ, what <paramref name="join"/> makes of them.</summary>
    public StateMap<TKey> Join(StateMap<TKey> other, Func<TKey, AbstractValue, AbstractValue, AbstractValue> join)
    {
        if (ReferenceEquals(_values, other._values))
        {
            return Share();
        }

        var joined = Share();
        for (var both = new Walk(this, other); both.MoveNext();)
        {
            if (both.Other is not { } value)
            {
                joined.Own();
                joined._values.Remove(both.Key);
            }
            else if (!AreSame(both.Value, value))
            {
                joined[both.Key] = join(both.Key, both.Value, value);
            }
        }

        return joined;
    }

    /// <summary>These values, each as <paramref name="later"/> has it where that has one under its key, but for the keys that are <paramref name="hidden"/>.</summary>
    public StateMap<TKey> UpdatedFrom(StateMap<TKey> later, IReadOnlyCollection<TKey>? hidden)
    {
        if (ReferenceEquals(_values, later._values))
        {
            return Share();
        }

        var updated = Share();
        for (var both = new Walk(this, later); both.MoveNext();)
        {
            if (both.Other is { } value && !AreSame(both.Value, value) && hidden?.Contains(both.Key, _values.Comparer) != true)
            {
                updated[both.Key] = value;
            }
        }

        return updated;
    }

    /// <summary>Whether both hold the same.</summary>
    public readonly bool IsSameAs(StateMap<TKey> other) => IsLike(other, null);

    /// <summary>Whether both hold something under the same keys, and where that differs <paramref name="mayDiffer"/>.</summary>
    public readonly bool IsLike(StateMap<TKey> other, Func<AbstractValue, AbstractValue, bool>? mayDiffer)
    {
        if (ReferenceEquals(_values, other._values))
        {
            return true;
        }

        if (_values.Count != other._values.Count)
        {
            return false;
        }

        for (var both = new Walk(this, other); both.MoveNext();)
        {
            if (both.Other is not { } value || (!AreSame(both.Value, value) && mayDiffer?.Invoke(both.Value, value) != true))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many keys have another value in <paramref name="other"/>, or none in one of both, where that is more than a number, a text or something that is not known.</summary>
    public readonly int DifferencesTo(StateMap<TKey> other)
    {
        if (ReferenceEquals(_values, other._values))
        {
            return 0;
        }

        var differences = 0;
        for (var both = new Walk(this, other); both.MoveNext();)
        {
            differences += (IsPlain(both.Value) && IsPlain(both.Other)) || (both.Other is not null && AreSame(both.Value, both.Other)) ? 0 : 1;
        }

        foreach (var entry in other._values)
        {
            differences += IsPlain(entry.Value) || _values.ContainsKey(entry.Key) ? 0 : 1;
        }

        return differences;
    }

    private void Own()
    {
        if (_isShared)
        {
            _values = new Dictionary<TKey, AbstractValue>(_values, _values.Comparer);
            _isShared = false;
        }
    }

    private static bool IsPlain(AbstractValue? value) => value is null or { IsPlain: true };

    private static bool AreSame(AbstractValue a, AbstractValue b) => ReferenceEquals(a, b) || a.Equals(b);

    /// <summary>A walk over the values of one map, each beside that of another under the same key. Most maps are copies of one another and hold their keys in one order, so that none has to be looked up.</summary>
    private struct Walk
    {
        private readonly Dictionary<TKey, AbstractValue> _others;
        private Dictionary<TKey, AbstractValue>.Enumerator _own;
        private Dictionary<TKey, AbstractValue>.Enumerator _beside;
        private bool _isInStep;

        public Walk(StateMap<TKey> map, StateMap<TKey> other)
        {
            _others = other._values;
            _own = map._values.GetEnumerator();
            _beside = other._values.GetEnumerator();
            _isInStep = true;
        }

        /// <summary>The key.</summary>
        public readonly TKey Key => _own.Current.Key;

        /// <summary>The value.</summary>
        public readonly AbstractValue Value => _own.Current.Value;

        /// <summary>The value of the other map; null where it has none.</summary>
        public AbstractValue? Other { get; private set; }

        /// <summary>Goes on to the next key; false where there is none.</summary>
        public bool MoveNext()
        {
            if (!_own.MoveNext())
            {
                return false;
            }

            var key = _own.Current.Key;
            _isInStep = _isInStep && _beside.MoveNext() && _others.Comparer.Equals(_beside.Current.Key, key);
            Other = _isInStep ? _beside.Current.Value : _others.TryGetValue(key, out var value) ? value : null;
            return true;
        }
    }
}
