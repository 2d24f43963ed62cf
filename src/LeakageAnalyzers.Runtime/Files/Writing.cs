namespace LeakageAnalyzers.Runtime.Files;

/// <summary>Writes files, and says which one could not be written.</summary>
internal static class Writing
{
    /// <exception cref="IOException">It cannot be written: a folder that is none or is read-only, a full disk.</exception>
    public static void To(string path, string what, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new IOException($"{what} cannot be written to '{path}': {failure.Message}", failure);
        }
    }
}
