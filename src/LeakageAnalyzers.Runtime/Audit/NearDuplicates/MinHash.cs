using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// Min-hash signatures cut into bands (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.3 and 3.4): sets of Jaccard similarity s agree in one of
/// b bands of r rows with probability 1 − (1 − sʳ)ᵇ.
/// </summary>
internal sealed class MinHash
{
    /// <summary>The number of bands, b: with 5 rows, sets of similarity 0.8 are found with probability 0.9996.</summary>
    public const int Bands = 20;

    /// <summary>The hashes in one band, r.</summary>
    public const int RowsOfBand = 5;

    private readonly ulong[] _multipliers;
    private readonly ulong[] _offsets;

    public MinHash(int seed)
    {
        var random = RandomStream.Of(seed, 2);
        ulong Draw() => ((ulong)random.Next() << 33) ^ ((ulong)random.Next() << 16) ^ (ulong)random.Next();

        // An odd multiplier permutes the 64-bit numbers.
        _multipliers = [.. Enumerable.Range(0, Bands * RowsOfBand).Select(_ => Draw() | 1)];
        _offsets = [.. Enumerable.Range(0, Bands * RowsOfBand).Select(_ => Draw())];
    }

    /// <summary>The smallest hash of <paramref name="set"/> under each permutation.</summary>
    public ulong[] SignatureOf(IReadOnlyCollection<ulong> set)
    {
        var signature = new ulong[_multipliers.Length];
        signature.AsSpan().Fill(ulong.MaxValue);
        foreach (var element in set)
        {
            for (var i = 0; i < signature.Length; i++)
            {
                var hash = unchecked((element * _multipliers[i]) + _offsets[i]);
                if (hash < signature[i])
                {
                    signature[i] = hash;
                }
            }
        }

        return signature;
    }

    /// <summary>The keys of the bands of <paramref name="set"/>.</summary>
    public ulong[] KeysOf(IReadOnlyCollection<ulong> set)
    {
        var signature = SignatureOf(set);
        var keys = new ulong[Bands];
        for (var i = 0; i < signature.Length; i++)
        {
            keys[i / RowsOfBand] = Hash64.Add(keys[i / RowsOfBand], signature[i]);
        }

        return keys;
    }
}
