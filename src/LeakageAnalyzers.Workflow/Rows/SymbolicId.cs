namespace LeakageAnalyzers.Workflow.Rows;

/// <summary>
/// Names of things that an interpreter of source code cannot number: one site in a loop stands for many values. An id made in loop <c>L</c> bears the tag
/// <c>{L}</c>; when the loop starts over, the tag becomes <c>{L'}</c>, and what bears it is no longer comparable to its namesakes.
/// </summary>
public static class SymbolicId
{
    private const string AgedEnd = "'}";

    /// <summary>The tag that ids made inside <paramref name="loop"/> bear.</summary>
    public static string LoopTag(string loop) => "{" + loop + "}";

    /// <summary><paramref name="id"/> as it reads once <paramref name="loop"/> has started over.</summary>
    public static string StartOver(string id, string loop) => id.Replace(LoopTag(loop), "{" + loop + AgedEnd);

    /// <summary>Whether <paramref name="id"/> names something made in an earlier iteration of some loop.</summary>
    public static bool IsFromEarlierIteration(string id) => id.Contains(AgedEnd);

    /// <summary>Whether <paramref name="a"/> and <paramref name="b"/> may name the same thing made in different iterations.</summary>
    public static bool MayBeIterationsOfOne(string a, string b) =>
        (IsFromEarlierIteration(a) || IsFromEarlierIteration(b)) && a.Replace(AgedEnd, "}") == b.Replace(AgedEnd, "}");
}
