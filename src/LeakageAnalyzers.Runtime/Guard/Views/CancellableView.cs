using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>The same rows, read until the caller cancels.</summary>
internal sealed class CancellableView(IDataView inner, CancellationToken cancellation) : ForwardingView(inner)
{
    /// <inheritdoc/>
    protected override DataViewRowCursor[] Forward(DataViewRowCursor[] pass) =>
        Array.ConvertAll(pass, cursor => (DataViewRowCursor)new Cursor(cursor, cancellation));

    private sealed class Cursor(DataViewRowCursor inner, CancellationToken cancellation) : ForwardingCursor(inner)
    {
        public override bool MoveNext()
        {
            cancellation.ThrowIfCancellationRequested();
            return Inner.MoveNext();
        }
    }
}
