using LeakageAnalyzers.Runtime.Guard.Views;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Progress;

/// <summary>Work on rows that its caller can stop.</summary>
internal static class Cancelling
{
    /// <summary>The same rows, read until the caller cancels.</summary>
    public static IDataView Reading(IDataView rows, CancellationToken cancellation) =>
        cancellation.CanBeCanceled && rows is not null ? new CancellableView(rows, cancellation) : rows!;

    /// <summary>Does work on rows that are read until the caller cancels.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static T Do<T>(Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return work();
        }
        catch (Exception failure) when (cancellation.IsCancellationRequested && (failure as OperationCanceledException)?.CancellationToken != cancellation)
        {
            // What reads with several threads wraps what stopped a reader in exceptions of its own; trainers know nothing of the token.
            throw new OperationCanceledException("The caller cancelled.", failure, cancellation);
        }
    }
}
