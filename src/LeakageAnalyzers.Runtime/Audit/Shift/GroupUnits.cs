namespace LeakageAnalyzers.Runtime.Audit.Shift;

/// <summary>
/// Makes independent units of rows: the rows of one group resemble each other, so that a test which counts each of them speaks far too often. A row without a
/// group is a unit of its own.
/// </summary>
internal static class GroupUnits
{
    /// <summary>The mean of each group, over the values that are there; NaN where none is.</summary>
    public static double[] Means(IReadOnlyList<double> values, IReadOnlyList<string?> groups) => groups.Count == 0
        ? [.. values]
        : [.. Units(groups).Select(rows => rows.Select(row => values[row]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average())];

    /// <summary>The most frequent value of each group; of equally frequent ones the first in ordinal order.</summary>
    public static string?[] Majorities(IReadOnlyList<string?> values, IReadOnlyList<string?> groups) => groups.Count == 0
        ? [.. values]
        : [.. Units(groups).Select(rows => rows.Select(row => values[row]).OfType<string>()
            .GroupBy(value => value).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).FirstOrDefault()?.Key)];

    /// <summary>The rows of each unit.</summary>
    public static IEnumerable<IReadOnlyList<int>> Units(IReadOnlyList<string?> groups)
    {
        var rows = Enumerable.Range(0, groups.Count).ToLookup(row => groups[row]);
        return rows.Where(group => group.Key is not null).Select(group => (IReadOnlyList<int>)[.. group])
            .Concat(rows[null].Select(row => (IReadOnlyList<int>)[row]));
    }
}
