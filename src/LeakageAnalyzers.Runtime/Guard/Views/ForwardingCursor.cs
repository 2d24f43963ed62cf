using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>A cursor that looks to ML.NET exactly like the one it stands before.</summary>
internal abstract class ForwardingCursor(DataViewRowCursor inner) : DataViewRowCursor
{
    private bool _disposed;

    /// <inheritdoc/>
    public override long Position => Inner.Position;

    /// <inheritdoc/>
    public override long Batch => Inner.Batch;

    /// <inheritdoc/>
    public override DataViewSchema Schema => Inner.Schema;

    protected DataViewRowCursor Inner { get; } = inner;

    /// <inheritdoc/>
    public override bool MoveNext() => Inner.MoveNext();

    /// <inheritdoc/>
    public override bool IsColumnActive(DataViewSchema.Column column) => Inner.IsColumnActive(column);

    /// <inheritdoc/>
    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Inner.GetGetter<TValue>(column);

    /// <inheritdoc/>
    public override ValueGetter<DataViewRowId> GetIdGetter() => Inner.GetIdGetter();

    /// <summary>Called once, before the inner cursor is closed.</summary>
    protected virtual void Close()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Close();
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
