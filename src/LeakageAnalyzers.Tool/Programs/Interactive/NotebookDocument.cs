using System.Text.Json;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>A notebook as it is stored.</summary>
internal abstract class NotebookDocument
{
    private static readonly string[] Endings = [".ipynb", ".dib"];

    /// <summary>The cells with C#, in their order.</summary>
    public abstract IReadOnlyList<CodeCell> Cells { get; }

    /// <summary>Whether <paramref name="path"/> is named like a notebook.</summary>
    public static bool IsNotebook(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads <paramref name="content"/>.</summary>
    /// <exception cref="InvalidDataException">It is no notebook; the message says why.</exception>
    public static NotebookDocument Parse(string path, byte[] content)
    {
        try
        {
            return Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase) ? new DibNotebook(content) : new IpynbNotebook(content);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"broken JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}", broken);
        }
    }

    /// <summary>The stored bytes with other texts for some cells, given by number; all other bytes are as they were.</summary>
    public abstract byte[] With(IReadOnlyDictionary<int, string> texts);
}
