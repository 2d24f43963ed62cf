using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>
/// A view that writes down which rows were read from it. To the operation that reads it, it shows the ids without tags where <paramref name="hidesTags"/> says
/// so: some trainers keep a table of rows whose ids are not plain positions.
/// </summary>
internal sealed class RecordingView(IDataView inner, RowRecorder recorder, bool hidesTags) : ForwardingView(inner)
{
    /// <summary>The same view, recorded as before, that shows the tags: for a fit within a fit, such as that of an estimator which is made of others.</summary>
    public RecordingView Revealed => hidesTags ? new RecordingView(Inner, recorder, hidesTags: false) : this;

    /// <inheritdoc/>
    protected override DataViewRowCursor[] Forward(DataViewRowCursor[] pass)
    {
        var recorded = recorder.BeginPass(pass.Length);
        return Array.ConvertAll(pass, cursor => (DataViewRowCursor)new Cursor(cursor, recorded, hidesTags));
    }

    private sealed class Cursor : ForwardingCursor
    {
        private readonly RowRecorder.Pass? _pass;
        private readonly RowCollector? _rows;
        private readonly ValueGetter<DataViewRowId> _getId;
        private readonly bool _hidesTags;
        private DataViewRowId _id;

        public Cursor(DataViewRowCursor inner, RowRecorder.Pass? pass, bool hidesTags)
            : base(inner)
        {
            _pass = pass;
            _rows = pass?.BeginCursor();
            _hidesTags = hidesTags;
            _getId = inner.GetIdGetter();
        }

        public override bool MoveNext()
        {
            var moved = Inner.MoveNext();
            if (_rows is null)
            {
                return moved;
            }

            if (!moved)
            {
                _pass!.EndCursor(_rows);
                return false;
            }

            _getId(ref _id);
            _rows.Add(_id);
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter()
        {
            var getId = Inner.GetIdGetter();
            return !_hidesTags ? getId : (ref DataViewRowId id) =>
            {
                getId(ref id);
                id = new DataViewRowId(id.Low, 0);
            };
        }

        protected override void Close()
        {
            if (_rows is not null)
            {
                _pass!.CloseCursor(_rows);
            }
        }
    }
}
