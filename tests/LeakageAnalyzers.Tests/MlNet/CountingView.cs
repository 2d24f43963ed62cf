using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>A view that counts the rows that are read from it, and has one row for whoever reads: what is learned of it matters to nobody.</summary>
internal sealed class CountingView(IDataView rows) : IDataView
{
    private int _read;

    /// <summary>Rows read so far, by all cursors.</summary>
    public int Read => _read;

    public bool CanShuffle => rows.CanShuffle;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => rows.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this, rows.GetRowCursor(columnsNeeded, rand));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. rows.GetRowCursorSet(columnsNeeded, n, rand).Select(cursor => new Cursor(this, cursor))];

    private sealed class Cursor(CountingView view, DataViewRowCursor inner) : DataViewRowCursor
    {
        public override long Position => inner.Position;

        public override long Batch => inner.Batch;

        public override DataViewSchema Schema => inner.Schema;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => inner.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => inner.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => inner.IsColumnActive(column);

        public override bool MoveNext()
        {
            if (inner.Position >= 0 || !inner.MoveNext())
            {
                return false;
            }

            Interlocked.Increment(ref view._read);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
