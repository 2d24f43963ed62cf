using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Models;

/// <summary>Rows that are known by the hashes of their values alone.</summary>
/// <param name="Columns">The columns that were hashed, in this order.</param>
/// <param name="Hashes">The hashes, each once.</param>
internal sealed record RememberedContent(IReadOnlyList<string> Columns, HashSet<ContentHash> Hashes)
{
    /// <summary>Those rows of <paramref name="view"/> that have an id in <paramref name="ids"/>; null where no column can be compared, or most rows have equal values.</summary>
    public static RememberedContent? Of(IDataView view, RowIdSet ids)
    {
        string[] columns = [.. view.Schema.Where(column => !column.IsHidden && ColumnContent.IsComparable(column.Type)).Select(column => column.Name)];
        if (columns.Length == 0)
        {
            return null;
        }

        var hashes = new HashSet<ContentHash>(
            ContentReader.Read(view, columns, QuietReading.Cancellation).Where(row => ids.Contains(unchecked((long)row.Id.Low))).Select(row => row.Content));
        return 2 * hashes.Count >= ids.Count ? new RememberedContent(columns, hashes) : null;
    }

    /// <summary>The rows of <paramref name="view"/> that are among these. Values that stand in it several times tell no row: they are left out.</summary>
    public void FindIn(IDataView view, RowCollector found)
    {
        if (Columns.Any(name => view.Schema.GetColumnOrNull(name) is not { } column || !ColumnContent.IsComparable(column.Type)))
        {
            return;
        }

        var rows = ContentReader.Read(view, Columns, QuietReading.Cancellation).Where(row => Hashes.Contains(row.Content)).ToLookup(row => row.Content, row => row.Id);
        foreach (var same in rows.Where(same => same.Count() == 1))
        {
            found.Add(same.Single());
        }
    }
}
