using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>
/// Finds the rows of one view in another by their values. The answer is either certain or none: every row has to be there, and most of them only once.
/// </summary>
internal static class ContentMatch
{
    // Enough to tell two data sets apart before one of them is held in memory.
    private const int ProbeRows = 64;

    // One row in so many.
    private const int FewestShared = 20;

    /// <summary>Visible columns that both views have and whose values can be compared.</summary>
    public static IReadOnlyList<string> CommonColumns(IDataView rows, IDataView candidate) =>
    [
        .. rows.Schema.Where(column => !column.IsHidden
                && candidate.Schema.GetColumnOrNull(column.Name) is { } other && ColumnContent.AreComparable(column, other))
            .Select(column => column.Name),
    ];

    /// <summary>
    /// The id in <paramref name="candidate"/> of each row of <paramref name="rows"/>, by its id. Rows whose values stand several times in the
    /// candidate are left out; null where a row is not there at all, or where most are left out.
    /// </summary>
    public static IReadOnlyDictionary<DataViewRowId, DataViewRowId>? Find(IDataView rows, IDataView candidate, IReadOnlyList<string> columns)
    {
        if (!HoldsProbe(rows, candidate, columns))
        {
            return null;
        }

        var ids = IndexOf(candidate, columns);
        var found = new Dictionary<DataViewRowId, DataViewRowId>();
        var total = 0L;
        foreach (var (id, content) in ContentReader.Read(rows, columns, QuietReading.Cancellation))
        {
            if (!ids.TryGetValue(content, out var match))
            {
                return null;
            }

            total++;
            if (match is { } only)
            {
                found[id] = only;
            }
        }

        return 2 * found.Count >= total ? found : null;
    }

    /// <summary>
    /// As <see cref="Find"/>, for rows of which only some are in <paramref name="candidate"/>, such as two cuts of one list that overlap. None where rows of
    /// equal values are so frequent that two different ones may be taken for the same, and where the few that are there may be repeated by chance.
    /// </summary>
    public static IReadOnlyDictionary<DataViewRowId, DataViewRowId>? FindSome(IDataView rows, IDataView candidate, IReadOnlyList<string> columns)
    {
        var ids = IndexOf(candidate, columns);
        if (ids.Count == 0 || FewestShared * ids.Values.Count(only => only is null) > ids.Count)
        {
            return null;
        }

        var found = new Dictionary<DataViewRowId, DataViewRowId>();
        var total = 0L;
        foreach (var (id, content) in ContentReader.Read(rows, columns, QuietReading.Cancellation))
        {
            total++;
            if (ids.TryGetValue(content, out var match) && match is { } only)
            {
                found[id] = only;
            }
        }

        return FewestShared * found.Count >= total && found.Count > 0 ? found : null;
    }

    private static bool HoldsProbe(IDataView rows, IDataView candidate, IReadOnlyList<string> columns)
    {
        var probe = new HashSet<ContentHash>(ContentReader.Read(rows, columns, QuietReading.Cancellation).Take(ProbeRows).Select(row => row.Content));
        if (probe.Count == 0)
        {
            return false;
        }

        foreach (var (_, content) in ContentReader.Read(candidate, columns, QuietReading.Cancellation))
        {
            if (probe.Remove(content) && probe.Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    // Null marks values that stand in different rows.
    private static Dictionary<ContentHash, DataViewRowId?> IndexOf(IDataView candidate, IReadOnlyList<string> columns)
    {
        var ids = new Dictionary<ContentHash, DataViewRowId?>();
        foreach (var (id, content) in ContentReader.Read(candidate, columns, QuietReading.Cancellation))
        {
            ids[content] = ids.TryGetValue(content, out var first) && first?.Equals(id) != true ? null : id;
        }

        return ids;
    }
}
