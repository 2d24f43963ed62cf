using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Reads the ids of a view's rows, and nothing else of them.</summary>
internal static class RowReader
{
    /// <summary>The ids of all rows of <paramref name="view"/>.</summary>
    public static RowCollector Read(IDataView view)
    {
        var rows = new RowCollector();
        using var cursor = view.GetRowCursor([]);
        var getId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        while (cursor.MoveNext())
        {
            getId(ref id);
            rows.Add(id);
        }

        return rows;
    }

    /// <summary>Whether <paramref name="view"/> has a row.</summary>
    public static bool HasRows(IDataView view)
    {
        using var cursor = view.GetRowCursor([]);
        return cursor.MoveNext();
    }
}
