using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Xunit;

namespace LeakageAnalyzers.Tests.Snapshots;

/// <summary>Compares long outputs with a stored text: the one place that knows the snapshot library.</summary>
internal static class Approved
{
    /// <summary>Compares <paramref name="text"/> with <c>__snapshots__/{name}.snap</c> beside the calling file.</summary>
    public static void Match(string text, string name, [CallerFilePath] string file = "") =>
        Snapshot.Match(text.ReplaceLineEndings("\n"), new SnapshotFullName(name + ".snap", Path.GetDirectoryName(file)!));
}
