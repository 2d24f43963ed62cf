using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Guard.Views;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The rows of one side of a split by groups. Reads nothing until it is read, and keeps the ids of the rows.</summary>
internal sealed class PartitionView(IDataView source, DataViewSchema.Column group, GroupAssignment assignment, bool isTest) : IDataView
{
    /// <inheritdoc/>
    public bool CanShuffle => source.CanShuffle;

    /// <inheritdoc/>
    public DataViewSchema Schema => source.Schema;

    /// <summary>Null: how many rows there are is known once they are read.</summary>
    public long? GetRowCount() => null;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded.Append(group), rand), group, assignment, isTest);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. source.GetRowCursorSet(columnsNeeded.Append(group), n, rand).Select(cursor => new Cursor(cursor, group, assignment, isTest))];

    private sealed class Cursor : ForwardingCursor
    {
        private readonly Func<string?> _group;
        private readonly ValueGetter<DataViewRowId> _id;
        private readonly GroupAssignment _assignment;
        private readonly bool _isTest;
        private long _position = -1;

        public Cursor(DataViewRowCursor inner, DataViewSchema.Column group, GroupAssignment assignment, bool isTest)
            : base(inner)
        {
            _group = GroupValues.ReaderOf(inner, group)!;
            _id = inner.GetIdGetter();
            _assignment = assignment;
            _isTest = isTest;
        }

        /// <inheritdoc/>
        public override long Position => _position;

        /// <inheritdoc/>
        public override bool MoveNext()
        {
            while (Inner.MoveNext())
            {
                var id = default(DataViewRowId);
                _id(ref id);
                if (_assignment.IsTested(_group(), id) == _isTest)
                {
                    _position++;
                    return true;
                }
            }

            return false;
        }
    }
}
