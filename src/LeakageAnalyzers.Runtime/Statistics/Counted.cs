using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Counts in sentences.</summary>
internal static class Counted
{
    /// <summary>A count with its noun: <c>1 row</c>, <c>5 rows</c>.</summary>
    public static string Of(long count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
