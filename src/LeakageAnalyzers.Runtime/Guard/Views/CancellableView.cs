using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Views;

/// <summary>The same rows, read until the caller cancels.</summary>
internal sealed class CancellableView(IDataView inner, CancellationToken cancellation) : ForwardingView(inner)
{
    /// <summary>Other rows, read until the same caller cancels.</summary>
    public CancellableView Over(Func<IDataView, IDataView> other) => new(other(Inner), cancellation);

    /// <inheritdoc/>
    protected override DataViewRowCursor[] Forward(DataViewRowCursor[] pass) => Array.ConvertAll(pass, cursor => Stopping(cursor, cancellation));

    /// <summary>The same cursor, which moves until the caller cancels.</summary>
    public static DataViewRowCursor Stopping(DataViewRowCursor cursor, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? new Cursor(cursor, cancellation) : cursor;

    private sealed class Cursor(DataViewRowCursor inner, CancellationToken cancellation) : ForwardingCursor(inner)
    {
        public override bool MoveNext()
        {
            cancellation.ThrowIfCancellationRequested();
            return Inner.MoveNext();
        }
    }
}
