using System.Collections.Concurrent;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Takes a column name apart into the words that people wrote it with.</summary>
public static class ColumnNameWords
{
    private const int MostKnown = 4_096;

    // Each rule asks about the columns of each row set of each trace, most of which bear the same few names.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// The lower-case words of <paramref name="name"/>: <c>PatientID</c> is patient, id; <c>subject#</c> is subject, #; <c>study_uid2</c> is study, uid.
    /// A run of capitals is one word; digits separate words and are dropped.
    /// </summary>
    public static IReadOnlyList<string> Of(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(name, Split);
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && !StartsWord(name, i))
            {
                continue;
            }

            Take(name.Substring(start, i - start));
            start = i;
        }

        return words;

        void Take(string text)
        {
            var word = new string(text.Where(c => char.IsLetter(c) || c == '#').ToArray());
            if (word.Length > 0)
            {
                words.Add(word.ToLowerInvariant());
            }
        }
    }

    private static bool StartsWord(string name, int i)
    {
        if (i == 0)
        {
            return false;
        }

        if (!char.IsLetter(name[i]))
        {
            return true;
        }

        if (!char.IsLetter(name[i - 1]))
        {
            return true;
        }

        // The last capital of a run belongs to the word that follows: MRNCode is MRN, Code.
        return char.IsUpper(name[i])
            && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
    }
}
