using System.Diagnostics;
using System.Globalization;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>A folder for one call of the tool, which goes with it. What a call that was killed left behind goes with the next one.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "leakage-prove-";

    /// <summary>Makes it.</summary>
    public TemporaryFolder()
    {
        SweepUp();
        Path = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-").FullName;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => TryDelete(Path);

    // The name says whose it is.
    private static void SweepUp()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
            {
                TryDelete(folder);
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return gone is System.ComponentModel.Win32Exception;
        }
    }

    // A process that was killed a moment ago may still write.
    private static void TryDelete(string folder)
    {
        for (var attempt = 0; attempt < 5 && Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(50);
            }
        }
    }
}
