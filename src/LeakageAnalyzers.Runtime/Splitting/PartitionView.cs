using LeakageAnalyzers.Runtime.Guard.Views;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The rows of some parts of a split. Reads nothing until it is read, and keeps the ids of the rows.</summary>
internal sealed class PartitionView(IDataView source, RowAssignment assignment, Func<int, bool> keeps) : IDataView
{
    /// <inheritdoc/>
    public bool CanShuffle => source.CanShuffle;

    /// <inheritdoc/>
    public DataViewSchema Schema => source.Schema;

    /// <summary>Null: how many rows there are is known once they are read.</summary>
    public long? GetRowCount() => null;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded.Concat(assignment.Columns), rand), assignment, keeps);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. source.GetRowCursorSet(columnsNeeded.Concat(assignment.Columns), n, rand).Select(cursor => new Cursor(cursor, assignment, keeps))];

    private sealed class Cursor : ForwardingCursor
    {
        private readonly Func<int> _part;
        private readonly Func<int, bool> _keeps;
        private long _position = -1;

        public Cursor(DataViewRowCursor inner, RowAssignment assignment, Func<int, bool> keeps)
            : base(inner) => (_part, _keeps) = (assignment.ReaderOf(inner), keeps);

        /// <inheritdoc/>
        public override long Position => _position;

        /// <inheritdoc/>
        public override bool MoveNext()
        {
            while (Inner.MoveNext())
            {
                if (_keeps(_part()))
                {
                    _position++;
                    return true;
                }
            }

            return false;
        }
    }
}
