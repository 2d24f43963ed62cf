using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>
/// A view that writes into the upper half of every row id what the guard knows of the row. Filters, splits, shuffles and row maps hand ids on as they are, so
/// the knowledge arrives wherever the row does; operators that number rows anew (a cache, a bootstrap sample) overwrite it, so that it is never wrong.
/// </summary>
internal sealed class TaggedView(IDataView inner, RowTags tags, Func<ulong, RowTags.Change> retag) : ForwardingView(inner)
{
    /// <inheritdoc/>
    public override object? Tagger => tags;

    /// <inheritdoc/>
    protected override DataViewRowCursor[] Forward(DataViewRowCursor[] pass) =>
        Array.ConvertAll(pass, cursor => (DataViewRowCursor)new Cursor(cursor, retag));

    private sealed class Cursor(DataViewRowCursor inner, Func<ulong, RowTags.Change> retag) : ForwardingCursor(inner)
    {
        public override ValueGetter<DataViewRowId> GetIdGetter()
        {
            var getId = Inner.GetIdGetter();

            // Neighbouring rows share their history, so the last answer is nearly always the next one.
            ulong? lastTag = null;
            var change = default(RowTags.Change);
            return (ref DataViewRowId id) =>
            {
                getId(ref id);
                if (id.High != lastTag)
                {
                    change = retag(id.High);
                    lastTag = id.High;
                }

                id = new DataViewRowId(change.FoldsId ? id.Next().Low : id.Low, change.Tag);
            };
        }
    }
}
