namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// The set of all runs of five characters of a text (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.2: five for short documents), as hashes.
/// </summary>
internal static class Shingles
{
    /// <summary>The length of a run.</summary>
    public const int Length = 5;

    /// <summary>The shingles of <paramref name="text"/> as it stands.</summary>
    public static HashSet<ulong> Of(ReadOnlySpan<char> text)
    {
        var shingles = new HashSet<ulong>();
        for (var start = 0; start + Length <= text.Length; start++)
        {
            var hash = 0UL;
            foreach (var character in text.Slice(start, Length))
            {
                hash = Hash64.Add(hash, character);
            }

            shingles.Add(hash);
        }

        return shingles;
    }

    /// <summary>Small letters, digits and single blanks: what is left of a text that was typed anew.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var normalized = new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                normalized[length++] = char.ToLowerInvariant(character);
            }
            else if (length > 0 && normalized[length - 1] != ' ')
            {
                normalized[length++] = ' ';
            }
        }

        return new string(normalized, 0, length).TrimEnd();
    }

    /// <summary>The Jaccard similarity of two sets: the share of all elements that are in both.</summary>
    public static double Similarity(HashSet<ulong> a, HashSet<ulong> b)
    {
        var shared = a.Count(b.Contains);
        return a.Count + b.Count == 0 ? 1 : (double)shared / (a.Count + b.Count - shared);
    }
}
