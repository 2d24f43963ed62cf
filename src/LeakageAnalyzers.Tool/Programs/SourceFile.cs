using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>A piece of C# as it is compiled.</summary>
/// <param name="Path">The file it comes from, absolute.</param>
/// <param name="Text">What is compiled.</param>
internal record SourceFile(string Path, string Text)
{
    private readonly Lazy<SourceText> _source = new(() => SourceText.From(Text));

    /// <summary>Name of the compiled text; differs from the file's where one file makes several.</summary>
    public virtual string TreePath => Path;

    /// <summary>The compiled text by lines.</summary>
    public SourceText Source => _source.Value;

    /// <summary>The file as it is.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>Where the reader of the file finds <paramref name="span"/> of the compiled text.</summary>
    public virtual CodePlace PlaceOf(TextSpan span) => InLines(Path, Source, span);

    private protected static CodePlace InLines(string path, SourceText text, TextSpan span)
    {
        var (start, end) = (text.Lines.GetLinePosition(Math.Min(span.Start, text.Length)), text.Lines.GetLinePosition(Math.Min(span.End, text.Length)));
        return new CodePlace(path, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1) { Code = text.Lines[start.Line].ToString() };
    }
}
