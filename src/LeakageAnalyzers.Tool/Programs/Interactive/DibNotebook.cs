using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>A Polyglot notebook: text in which lines such as <c>#!csharp</c> begin cells.</summary>
internal sealed class DibNotebook : NotebookDocument
{
    private static readonly string[] Languages =
    [
        "csharp", "c#", "fsharp", "f#", "pwsh", "powershell", "html", "javascript", "js", "markdown", "mermaid", "sql", "kql", "http", "python", "value", "meta", "r",
    ];

    private readonly bool _hasByteOrderMark;
    private readonly string _content;
    private readonly Dictionary<int, TextSpan> _spans = [];

    /// <summary>Reads a stored notebook.</summary>
    public DibNotebook(byte[] content)
    {
        _hasByteOrderMark = content.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        _content = Encoding.UTF8.GetString(content.AsSpan(_hasByteOrderMark ? Encoding.UTF8.Preamble.Length : 0));
        var cells = new List<CodeCell>();
        var (number, language, start, firstLine) = (0, "csharp", 0, 1);
        var lines = SourceText.From(_content).Lines;
        foreach (var line in lines)
        {
            if (LanguageOf(line.ToString()) is { } next)
            {
                Close(line.Start, line.LineNumber);
                (language, start, firstLine) = (next, line.EndIncludingLineBreak, line.LineNumber + 2);
                while (start < _content.Length && lines[firstLine - 1] is var blank && string.IsNullOrWhiteSpace(blank.ToString()))
                {
                    (start, firstLine) = (blank.EndIncludingLineBreak, firstLine + 1);
                }
            }
        }

        Close(_content.Length, lines.Count);
        Cells = cells;

        void Close(int end, int lastLine)
        {
            var text = _content[start..end];
            if (language == "meta" || (number == 0 && string.IsNullOrWhiteSpace(text)))
            {
                return;
            }

            number++;
            if (language is "csharp" or "c#")
            {
                _spans[number] = TextSpan.FromBounds(start, end);
                cells.Add(new CodeCell(number, text, [.. Enumerable.Range(firstLine, Math.Max(1, lastLine - firstLine + 2))]));
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CodeCell> Cells { get; }

    /// <inheritdoc/>
    public override byte[] With(IReadOnlyDictionary<int, string> texts)
    {
        var changed = SourceText.From(_content).WithChanges(texts.OrderBy(cell => cell.Key).Select(cell => new TextChange(_spans[cell.Key], cell.Value))).ToString();
        return [.. _hasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(changed)];
    }

    private static string? LanguageOf(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && line[2..].Split(' ', 2)[0].Trim().ToUpperInvariant() is var command
            ? Languages.FirstOrDefault(language => language.Equals(command, StringComparison.OrdinalIgnoreCase))
            : null;
}
