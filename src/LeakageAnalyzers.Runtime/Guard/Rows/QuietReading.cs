namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>While the guard itself reads rows, nobody takes note of it, and its caller can stop it. Flows to the threads that a cursor starts.</summary>
internal static class QuietReading
{
    private static readonly AsyncLocal<CancellationToken?> Active = new();

    /// <summary>Whether the guard is reading.</summary>
    public static bool IsActive => Active.Value is not null;

    /// <summary>Stops the reading.</summary>
    public static CancellationToken Cancellation => Active.Value ?? CancellationToken.None;

    /// <summary>Reads without being noted, until the caller cancels.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static T Of<T>(Func<T> read, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var before = Active.Value;
        Active.Value = cancellation;
        try
        {
            return read();
        }
        finally
        {
            Active.Value = before;
        }
    }
}
