using System.Globalization;

namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>
/// Names of things that an interpreter of source code cannot number: one site in a loop stands for many values. An id made in loop <c>L</c> bears the tag
/// <c>{L}</c>; when the loop starts over, the tag becomes <c>{L'}</c>, and what bears it is no longer comparable to its namesakes.
/// </summary>
public static class SymbolicId
{
    private const string Age = "'";

    private const string AgedEnd = Age + "}";

    // Longer ids, of what is made deep in calls or computed from much, cost too much to build on and to compare.
    private const int LongestId = 160;

    // Longer than a digest.
    private const int LongestPrefix = 40;

    /// <summary>The tag that ids made inside <paramref name="loop"/> bear.</summary>
    public static string LoopTag(string loop) => "{" + LoopName(loop) + "}";

    /// <summary>
    /// <paramref name="loop"/> itself, or where its name is long, a short one, since each id that is made in it bears it. The short one holds no tags of the loops around the call that led to it: ids made in
    /// it bear those beside its own, and tags within tags would double the length of ids with each call.
    /// </summary>
    public static string LoopName(string loop) => loop.Length > LongestPrefix || IsMadeInLoop(loop) ? Digest(loop) : loop;

    /// <summary><paramref name="id"/> as it reads once <paramref name="loop"/> has started over.</summary>
    public static string StartOver(string id, string loop)
    {
        if (!IsMadeInLoop(id))
        {
            return id;
        }

        // Most of what an iteration hands on was made elsewhere, or in an iteration before.
        var name = LoopName(loop);
        for (var at = id.IndexOf(name, StringComparison.Ordinal); at >= 0; at = id.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (at > 0 && id[at - 1] == '{' && end < id.Length && id[end] == '}')
            {
                id = id.Insert(end, Age);
            }
        }

        return id;
    }

    /// <summary>Whether <paramref name="id"/> names something made in an earlier iteration of some loop.</summary>
    public static bool IsFromEarlierIteration(string id) => id.Contains(AgedEnd);

    /// <summary>Whether <paramref name="a"/> and <paramref name="b"/> may name the same thing made in different iterations.</summary>
    public static bool MayBeIterationsOfOne(string a, string b) =>
        (IsFromEarlierIteration(a) || IsFromEarlierIteration(b)) && AreAlikeButForAge(a, b);

    private static bool AreAlikeButForAge(string a, string b)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            i += IsAgeAt(a, i) ? 1 : 0;
            j += IsAgeAt(b, j) ? 1 : 0;
            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (a[i++] != b[j++])
            {
                return false;
            }
        }
    }

    private static bool IsAgeAt(string id, int at) => at + 1 < id.Length && id[at] == AgedEnd[0] && id[at + 1] == AgedEnd[1];

    /// <summary><paramref name="id"/>, or where that is long, a short one that stands for it and bears the same tags.</summary>
    public static string Shorten(string id) => Shorten(id, LongestId);

    /// <summary>The same of an id that many others begin with, and that is short therefore.</summary>
    public static string ShortenPrefix(string id) => Shorten(id, LongestPrefix);

    private static string Shorten(string id, int longest)
    {
        if (id.Length <= longest)
        {
            return id;
        }

        var name = Digest(id);
        return name + TagsIn(id);
    }

    /// <summary>The tags that <paramref name="id"/> bears, each once.</summary>
    internal static string TagsIn(string id) => IsMadeInLoop(id) ? string.Concat(TagsOf(id).Distinct()) : "";

    // FNV-1a over 64 bits, from two starts: equal ids stay equal, different ones differ.
    private static string Digest(string id)
    {
        const ulong Prime = 1099511628211;
        var (low, high) = (14695981039346656037UL, 7809847782465536322UL);
        for (var i = 0; i < id.Length; i += 2)
        {
            // Two characters at a time.
            var characters = i + 1 < id.Length ? (uint)((id[i] << 16) | id[i + 1]) : id[i];
            low = unchecked((low ^ characters) * Prime);
            high = unchecked((high ^ characters) * Prime);
        }

        return "#" + low.ToString("x16", CultureInfo.InvariantCulture) + high.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> TagsOf(string id)
    {
        for (var start = id.IndexOf('{'); start >= 0; start = id.IndexOf('{', start + 1))
        {
            var end = id.IndexOf('}', start);
            if (end < 0)
            {
                yield break;
            }

            yield return id.Substring(start, end + 1 - start);
        }
    }

    /// <summary>Whether <paramref name="id"/> names something that a loop makes anew.</summary>
    public static bool IsMadeInLoop(string id) => id.IndexOf('{') >= 0;

    /// <summary>The loops that have started over since <paramref name="id"/> was made.</summary>
    public static IReadOnlyList<string> EarlierLoops(string id)
    {
        var loops = new List<string>();
        for (var end = id.IndexOf(AgedEnd, StringComparison.Ordinal); end >= 0; end = id.IndexOf(AgedEnd, end + 1, StringComparison.Ordinal))
        {
            if (id.LastIndexOf('{', end) is >= 0 and var start)
            {
                loops.Add(id.Substring(start + 1, end - start - 1));
            }
        }

        return loops;
    }

    /// <summary>The loops that make anew what <paramref name="id"/> names.</summary>
    public static IReadOnlyList<string> LoopsOf(string id) => IsMadeInLoop(id) ? AllLoops(id) : [];

    /// <summary>Whether <paramref name="id"/> names something else in each iteration of one of the <paramref name="loops"/>.</summary>
    public static bool VariesWith(string id, IEnumerable<string> loops) => loops.Any(loop => Current(id).Contains(LoopTag(loop)));

    /// <summary>Whether <paramref name="id"/> names something that a loop makes anew which <paramref name="other"/> does not vary with.</summary>
    public static bool VariesMoreThan(string id, string other) => VariesWith(id, AllLoops(id).Where(loop => !VariesWith(other, [loop])));

    private static string Current(string id) => id.Replace(AgedEnd, "}");

    private static IReadOnlyList<string> AllLoops(string id) => EarlierLoops(Current(id).Replace("}", AgedEnd));
}
