namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>Positions by a 64-bit key: 16 bytes and a little for each, in three arrays, however many keys there are.</summary>
internal sealed class KeyBuckets
{
    /// <summary>
    /// The most positions of one key that are looked at. Keys of more are shared by rows that resemble each other as a rule; looking at all would take time in
    /// proportion to the square of their number.
    /// </summary>
    public const int MostOfOneKey = 64;

    private readonly ulong[] _keys;
    private readonly int[] _next;
    private readonly int[] _first;

    /// <summary>Buckets for the positions 0 to <paramref name="keys"/>.Length − 1.</summary>
    public KeyBuckets(ulong[] keys)
    {
        var buckets = 16;
        while (buckets < keys.Length)
        {
            buckets *= 2;
        }

        (_keys, _next, _first) = (keys, new int[keys.Length], new int[buckets]);
        for (var position = 0; position < keys.Length; position++)
        {
            // A zero ends a chain, so positions are kept as one more.
            ref var first = ref _first[BucketOf(keys[position])];
            (_next[position], first) = (first, position + 1);
        }
    }

    /// <summary>Writes the positions of <paramref name="key"/> into <paramref name="found"/>, as many as it has room for; gives back how many.</summary>
    public int Find(ulong key, Span<int> found)
    {
        var count = 0;
        for (var position = _first[BucketOf(key)]; position != 0 && count < found.Length; position = _next[position - 1])
        {
            if (_keys[position - 1] == key)
            {
                found[count++] = position - 1;
            }
        }

        return count;
    }

    // The keys are hashes already.
    private int BucketOf(ulong key) => (int)(key & (ulong)(_first.Length - 1));
}
