using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>Reads rows as their ids and the hashes of their values.</summary>
internal static class ContentReader
{
    /// <summary>The rows of <paramref name="view"/>, lazily; the hash is of the named columns, in their order.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static IEnumerable<(DataViewRowId Id, ContentHash Content)> Read(IDataView view, IReadOnlyList<string> columns, CancellationToken cancellation = default)
    {
        var active = columns.Select(name => view.Schema[name]).ToList();
        using var cursor = view.GetRowCursor(active);
        var getId = cursor.GetIdGetter();
        var writers = active.ConvertAll(column => ColumnContent.WriterOf(cursor, column));
        var bytes = new RowBytes();
        var id = default(DataViewRowId);
        while (cursor.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Clear();
            writers.ForEach(write => write(bytes));
            getId(ref id);
            yield return (id, ContentHash.Of(bytes.Written));
        }
    }
}
