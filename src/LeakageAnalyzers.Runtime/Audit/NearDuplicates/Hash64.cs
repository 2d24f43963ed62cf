namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>Mixes numbers into 64 bits.</summary>
internal static class Hash64
{
    /// <summary>The finaliser of SplitMix64 (Steele et al. 2014): neighbouring inputs give unrelated outputs.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    /// <summary>A hash of all that went into <paramref name="hash"/>, and of <paramref name="value"/>.</summary>
    public static ulong Add(ulong hash, ulong value) => unchecked(Mix((hash * 0x9E3779B97F4A7C15UL) + value));
}
