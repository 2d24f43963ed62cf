namespace LeakageAnalyzers.Tool.Programs;

/// <summary>A piece of C# whose lines are the lines of the file it comes from.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Text">What is compiled.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The file as it is.</summary>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(path));
}
