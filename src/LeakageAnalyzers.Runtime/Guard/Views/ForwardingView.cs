using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>A view that looks to ML.NET exactly like the one it stands before. Subclasses see every cursor that is opened.</summary>
internal abstract class ForwardingView(IDataView inner) : IDataView
{
    protected IDataView Inner { get; } = inner;

    /// <summary>Who wrote what the upper halves of the row ids say; null where nobody did, or it is not known.</summary>
    public virtual object? Tagger => (Inner as ForwardingView)?.Tagger;

    /// <inheritdoc/>
    public bool CanShuffle => Inner.CanShuffle;

    /// <inheritdoc/>
    public DataViewSchema Schema => Inner.Schema;

    /// <inheritdoc/>
    public long? GetRowCount() => Inner.GetRowCount();

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        Forward([Inner.GetRowCursor(columnsNeeded, rand)])[0];

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        Forward(Inner.GetRowCursorSet(columnsNeeded, n, rand));

    /// <summary>Stands before the cursors of one pass; together they yield every row once.</summary>
    protected abstract DataViewRowCursor[] Forward(DataViewRowCursor[] pass);
}
