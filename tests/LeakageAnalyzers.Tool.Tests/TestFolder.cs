namespace LeakageAnalyzers.Tool.Tests;

/// <summary>A folder for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-test-");

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

    /// <summary>The text of a file.</summary>
    public string Read(string name) => File.ReadAllText(this[name]);

    public void Dispose() => _folder.Delete(recursive: true);
}
