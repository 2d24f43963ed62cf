namespace LeakageAnalyzers.Tool.Tests;

/// <summary>A folder for one test. Remarks on what is reported of a score (LEAK5xx) are off in it: the tests are about how a leak is told.</summary>
internal sealed class TestFolder : IDisposable
{
    private static readonly string NoRemarks =
        "[*]\n" + string.Concat(Enumerable.Range(501, 8).Select(id => $"dotnet_diagnostic.LEAK{id}.severity = none\n"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-test-");

    public TestFolder() => Write(".editorconfig", NoRemarks);

    /// <summary>The folder, absolute.</summary>
    public string Path => _folder.FullName;

    /// <summary>The file called <paramref name="name"/>, absolute.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and the folders above it.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    /// <summary>The names of the files at its top that a test or the tool wrote.</summary>
    public IEnumerable<string> Files => Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)!).Where(name => name != ".editorconfig");

    /// <summary>All files at any depth, each with its text and the time of its last change.</summary>
    public IReadOnlyList<(string Name, string Text, DateTime Changed)> Everything() =>
        [.. Directory.GetFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file), File.GetLastWriteTimeUtc(file)))];

    /// <summary>The text of a file.</summary>
    public string Read(string name) => File.ReadAllText(this[name]);

    public void Dispose() => _folder.Delete(recursive: true);
}
