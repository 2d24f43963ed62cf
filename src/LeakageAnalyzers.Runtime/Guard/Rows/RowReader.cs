using LeakageAnalyzers.Runtime.Guard.Views;
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
        using var cursor = Open(view);
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
        using var cursor = Open(view);
        return cursor.MoveNext();
    }

    /// <summary>A cursor for the ids and for <paramref name="columns"/> that stops where <see cref="QuietReading"/> does. Some of ML.NET's scorers, such as tree featurizers, cannot be read without their own columns: of these, all are read.</summary>
    public static DataViewRowCursor Open(IDataView view, params IEnumerable<DataViewSchema.Column> columns)
    {
        DataViewRowCursor cursor;
        try
        {
            cursor = view.GetRowCursor(columns);
        }
        catch (InvalidOperationException)
        {
            cursor = view.GetRowCursor(view.Schema);
        }

        return CancellableView.Stopping(cursor, QuietReading.Cancellation);
    }
}
