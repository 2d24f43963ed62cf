namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>Texts that have most of their shingles in common. Candidates share a band of their min-hash signatures and are compared shingle by shingle.</summary>
internal static class TextNearDuplicates
{
    /// <summary>
    /// For each of the texts at <paramref name="asked"/> of <paramref name="texts"/> the position of another text of <paramref name="among"/> whose similarity is at least
    /// <paramref name="similarity"/>; −1 where there is none.
    /// </summary>
    public static int[] Find(TextRows among, TextRows texts, IReadOnlyList<int> asked, double similarity, CancellationToken cancellation)
    {
        var matches = new int[asked.Count];
        matches.AsSpan().Fill(-1);
        Span<int> candidates = stackalloc int[KeyBuckets.MostOfOneKey];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            var keys = new ulong[among.Count];
            for (var position = 0; position < keys.Length; position++)
            {
                keys[position] = among.KeyOf(position, band);
            }

            var buckets = new KeyBuckets(keys);
            for (var i = 0; i < matches.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (matches[i] < 0)
                {
                    var found = candidates.Slice(0, buckets.Find(texts.KeyOf(asked[i], band), candidates));
                    matches[i] = Similar(among, found, texts, asked[i], similarity);
                }
            }
        }

        return matches;
    }

    private static int Similar(TextRows among, ReadOnlySpan<int> candidates, TextRows texts, int text, double similarity)
    {
        HashSet<ulong>? shingles = null;
        foreach (var candidate in candidates)
        {
            if (among == texts && candidate == text)
            {
                continue;
            }

            shingles ??= texts.ShinglesOf(text);
            if (Shingles.Similarity(shingles, among.ShinglesOf(candidate)) >= similarity)
            {
                return candidate;
            }
        }

        return -1;
    }
}
