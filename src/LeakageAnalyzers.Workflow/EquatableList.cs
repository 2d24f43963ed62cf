using System.Collections;

namespace LeakageAnalyzers.Workflow;

/// <summary>An immutable list with value equality, so that records holding one compare by content.</summary>
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    // Up to here looking at each item is faster than hashing one.
    private const int ShortList = 16;

    private readonly T[] _items;
    private HashSet<T>? _set;

    // Most lists are never hashed; 0 until one is.
    private int _hash;

    private EquatableList(T[] items) => _items = items;

    /// <summary>The list without items.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Copies <paramref name="items"/>.</summary>
    public static EquatableList<T> From(IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? Empty : new(copy);
    }

    /// <summary>This list with what <paramref name="change"/> makes of each item; the list itself where that leaves every one as it is.</summary>
    public EquatableList<T> Map(Func<T, T> change)
    {
        T[]? changed = null;
        for (var i = 0; i < _items.Length; i++)
        {
            var item = change(_items[i]);
            if (changed is null && !ReferenceEquals(item, _items[i]))
            {
                changed = (T[])_items.Clone();
            }

            if (changed is not null)
            {
                changed[i] = item;
            }
        }

        return changed is null ? this : new(changed);
    }

    /// <summary>Whether <paramref name="item"/> is in this list. Rules ask that of each fit about all rows: long lists answer by hash.</summary>
    public bool Contains(T item) => _items.Length <= ShortList ? Array.IndexOf(_items, item) >= 0 : (_set ??= new HashSet<T>(_items)).Contains(item);

    /// <summary>This list with <paramref name="item"/> at its end.</summary>
    public EquatableList<T> Add(T item)
    {
        var longer = new T[_items.Length + 1];
        _items.CopyTo(longer, 0);
        longer[_items.Length] = item;
        return new(longer);
    }

    /// <summary>The items of this list and then those of <paramref name="items"/>, each once: what two iterations of a loop told apart may stand here twice.</summary>
    public EquatableList<T> Union(IEnumerable<T> items) => From(_items.Concat(items).Distinct());

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.Length == other._items.Length && !AreHashedApart(other) && _items.SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var hash = 17;
            foreach (var item in _items)
            {
                hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";

    /// <summary>Goes through the items; without an object of its own where a <c>foreach</c> does.</summary>
    public Enumerator GetEnumerator() => new(_items);

    private bool AreHashedApart(EquatableList<T> other) => _hash != 0 && other._hash != 0 && _hash != other._hash;

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Goes through the items of a list.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _at;

        internal Enumerator(T[] items) => (_items, _at) = (items, -1);

        /// <summary>The item that it has come to.</summary>
        public readonly T Current => _items[_at];

        /// <summary>Goes on to the next item; false where there is none.</summary>
        public bool MoveNext() => ++_at < _items.Length;
    }
}
