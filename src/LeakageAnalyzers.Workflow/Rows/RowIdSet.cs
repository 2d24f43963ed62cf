namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>
/// A set of 64-bit row ids as a compressed bitmap: ids are grouped by their upper 48 bits, and a group is a sorted list while it is sparse and a bitmap of
/// 8 KiB once it is dense (the two container kinds of Chambi et al., "Better bitmap performance with Roaring bitmaps", 2016). Ids in source order cost one
/// bit each. Not safe for concurrent writers.
/// </summary>
public sealed class RowIdSet
{
    private readonly Dictionary<long, Container> _containers = [];

    /// <summary>How many ids.</summary>
    public long Count { get; private set; }

    /// <summary>Adds <paramref name="id"/>; false where it was there already.</summary>
    public bool Add(long id)
    {
        var high = id >> 16;
        if (!_containers.TryGetValue(high, out var container))
        {
            _containers[high] = container = new Container();
        }

        if (!container.Add((ushort)id))
        {
            return false;
        }

        Count++;
        return true;
    }

    /// <summary>Adds every id of <paramref name="other"/>.</summary>
    public void UnionWith(RowIdSet other)
    {
        foreach (var id in other.Ids())
        {
            Add(id);
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

    /// <summary>The ids, ascending.</summary>
    public IEnumerable<long> Ids() =>
        _containers.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value.Values().Select(low => (entry.Key << 16) | low));

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
                _dense = new ulong[Words];
                foreach (var item in sparse)
                {
                    SetBit(_dense, item);
                }

                _sparse = null;
            }

            return true;
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
