using LeakageAnalyzers.Tool.Prove.Instrumentation;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>Which evaluation of a repaired program is which of the program as it stands: the same method called in the same member, in the same order.</summary>
internal static class SitePairs
{
    /// <summary>The pairs, in the order of the program as it stands, and the evaluations that the repair has added.</summary>
    public static (IReadOnlyList<(EvaluationSite Before, EvaluationSite After)> Pairs, IReadOnlyList<EvaluationSite> Added) Of(IReadOnlyList<EvaluationSite> before, IReadOnlyList<EvaluationSite> after)
    {
        var left = after.GroupBy(KeyOf).ToDictionary(same => same.Key, same => new Queue<EvaluationSite>(same));
        var pairs = before.Where(site => left.TryGetValue(KeyOf(site), out var same) && same.Count > 0).Select(site => (site, left[KeyOf(site)].Dequeue())).ToList();
        return (pairs, [.. left.Values.SelectMany(same => same).OrderBy(site => site.Number)]);
    }

    private static (string, string, string) KeyOf(EvaluationSite site) => (site.TreePath, site.Member, site.Method);
}
