namespace LeakageAnalyzers.Tool.Output;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Puts <paramref name="content"/> into the file at <paramref name="path"/>, or into what a link there points to; its permissions stay.</summary>
    /// <exception cref="IOException">It cannot be written; the file is as it was.</exception>
    public static void Write(string path, byte[] content)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var half = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllBytes(half, content);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(half, File.GetUnixFileMode(target));
            }

            File.Move(half, target, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
