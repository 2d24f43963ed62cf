namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>While the guard itself reads rows, nobody takes note of it. Flows to the threads that a cursor starts.</summary>
internal static class QuietReading
{
    private static readonly AsyncLocal<bool> Active = new();

    /// <summary>Whether the guard is reading.</summary>
    public static bool IsActive => Active.Value;

    /// <summary>Reads without being noted.</summary>
    public static T Of<T>(Func<T> read)
    {
        var before = Active.Value;
        Active.Value = true;
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
