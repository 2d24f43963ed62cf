namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>
/// A set of 64-bit row ids as a compressed bitmap: ids are grouped by their upper 48 bits, and a group is a sorted list while it is sparse and a bitmap of
/// 8 KiB once it is dense (the two container kinds of Chambi et al., "Better bitmap performance with Roaring bitmaps", 2016). Ids in source order cost one
/// bit each. Not safe for concurrent writers.
/// </summary>
public sealed class RowIdSet
{
    private readonly Dictionary<long, Container> _containers = [];

    // Ids mostly come in source order: the container of the last one is nearly always that of the next.
    private Container? _last;
    private long _lastHigh;

    /// <summary>How many ids.</summary>
    public long Count { get; private set; }

    /// <summary>Adds <paramref name="id"/>; false where it was there already.</summary>
    public bool Add(long id)
    {
        if (!ContainerOf(id >> 16).Add((ushort)id))
        {
            return false;
        }

        Count++;
        return true;
    }

    /// <summary>Adds every id of <paramref name="other"/>.</summary>
    public void UnionWith(RowIdSet other)
    {
        foreach (var entry in other._containers)
        {
            Count += ContainerOf(entry.Key).UnionWith(entry.Value);
        }
    }

    /// <summary>Whether <paramref name="id"/> is in the set.</summary>
    public bool Contains(long id) => _containers.TryGetValue(id >> 16, out var container) && container.Contains((ushort)id);

    /// <summary>How many ids are in both sets.</summary>
    public long IntersectionCount(RowIdSet other)
    {
        var (small, large) = _containers.Count <= other._containers.Count ? (this, other) : (other, this);
        return small._containers.Sum(
            entry => large._containers.TryGetValue(entry.Key, out var container) ? entry.Value.IntersectionCount(container) : 0L);
    }

    /// <summary>The ids that are in both sets.</summary>
    public RowIdSet IntersectionWith(RowIdSet other)
    {
        var shared = new RowIdSet();
        foreach (var entry in _containers)
        {
            if (other._containers.TryGetValue(entry.Key, out var container))
            {
                foreach (var low in entry.Value.Values().Where(container.Contains))
                {
                    shared.Add((entry.Key << 16) | low);
                }
            }
        }

        return shared;
    }

    /// <summary>The ids, ascending.</summary>
    public IEnumerable<long> Ids() =>
        _containers.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value.Values().Select(low => (entry.Key << 16) | low));

    private Container ContainerOf(long high)
    {
        if (_last is null || high != _lastHigh)
        {
            if (!_containers.TryGetValue(high, out _last))
            {
                _containers[high] = _last = new Container();
            }

            _lastHigh = high;
        }

        return _last;
    }

    private sealed class Container
    {
        // A list of more than 4,096 sixteen-bit values is larger than the bitmap of all of them.
        private const int DenseFrom = 4096;
        private const int Words = 65536 / 64;

        private List<ushort>? _sparse = [];
        private ulong[]? _dense;

        public bool Add(ushort value)
        {
            if (_dense is not null)
            {
                return SetBit(_dense, value);
            }

            var sparse = _sparse!;
            var index = sparse.Count > 0 && sparse[sparse.Count - 1] < value ? ~sparse.Count : sparse.BinarySearch(value);
            if (index >= 0)
            {
                return false;
            }

            sparse.Insert(~index, value);
            if (sparse.Count > DenseFrom)
            {
                MakeDense();
            }

            return true;
        }

        /// <summary>Adds the values of <paramref name="other"/>; gives back how many were new.</summary>
        public int UnionWith(Container other)
        {
            if (other._dense is null)
            {
                return other._sparse!.Count(Add);
            }

            var dense = _dense ?? MakeDense();
            var added = 0;
            for (var word = 0; word < Words; word++)
            {
                added += PopCount(other._dense[word] & ~dense[word]);
                dense[word] |= other._dense[word];
            }

            return added;
        }

        public bool Contains(ushort value) =>
            _dense is not null ? (_dense[value >> 6] & (1UL << (value & 63))) != 0 : _sparse!.BinarySearch(value) >= 0;

        public long IntersectionCount(Container other)
        {
            if (_dense is not null && other._dense is not null)
            {
                var count = 0L;
                for (var word = 0; word < Words; word++)
                {
                    count += PopCount(_dense[word] & other._dense[word]);
                }

                return count;
            }

            var (list, set) = _sparse is not null ? (this, other) : (other, this);
            return list._sparse!.Count(set.Contains);
        }

        public IEnumerable<ushort> Values()
        {
            if (_sparse is not null)
            {
                return _sparse;
            }

            return Enumerable.Range(0, 65536).Select(value => (ushort)value).Where(Contains);
        }

        private ulong[] MakeDense()
        {
            var dense = new ulong[Words];
            foreach (var item in _sparse!)
            {
                SetBit(dense, item);
            }

            (_dense, _sparse) = (dense, null);
            return dense;
        }

        private static bool SetBit(ulong[] bits, ushort value)
        {
            var bit = 1UL << (value & 63);
            if ((bits[value >> 6] & bit) != 0)
            {
                return false;
            }

            bits[value >> 6] |= bit;
            return true;
        }

        private static int PopCount(ulong value)
        {
            value -= (value >> 1) & 0x5555555555555555UL;
            value = (value & 0x3333333333333333UL) + ((value >> 2) & 0x3333333333333333UL);
            return (int)(unchecked(((value + (value >> 4)) & 0x0F0F0F0F0F0F0F0FUL) * 0x0101010101010101UL) >> 56);
        }
    }
}
