using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Progress;

/// <summary>A call that takes long, or a part of one: what it tells of its progress, and whether it was cancelled.</summary>
internal sealed class LongCall
{
    private readonly IProgress<CallProgress>? progress;
    private readonly string step;
    private readonly double start;
    private readonly double share;

    public LongCall(IProgress<CallProgress>? progress, CancellationToken cancellation)
        : this(progress, "", 0, 1, cancellation) => cancellation.ThrowIfCancellationRequested();

    private LongCall(IProgress<CallProgress>? progress, string step, double start, double share, CancellationToken cancellation) =>
        (this.progress, this.step, this.start, this.share, Cancellation) = (progress, step, start, share, cancellation);

    public CancellationToken Cancellation { get; }

    /// <summary>One of several equal parts.</summary>
    public LongCall Part(string name, int index, int parts) =>
        new(progress, step.Length == 0 ? name : $"{step}, {name}", start + (share * index / parts), share / parts, Cancellation);

    /// <summary>Tells which share of this part is done.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void Report(double fraction)
    {
        Cancellation.ThrowIfCancellationRequested();
        progress?.Report(new CallProgress(step, Math.Round(start + (share * fraction), 12)));
    }

    /// <summary>Tells of each hundredth of many small pieces.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void Count(int done, int total)
    {
        if (done == total || done * 100L / total > (done - 1) * 100L / total)
        {
            Report((double)done / total);
        }

        Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The same rows, read until the caller cancels.</summary>
    public IDataView Reading(IDataView rows) => Cancelling.Reading(rows, Cancellation);

    /// <summary>Does work on rows that are read until the caller cancels.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public T Do<T>(Func<T> work) => Cancelling.Do(work, Cancellation);
}
