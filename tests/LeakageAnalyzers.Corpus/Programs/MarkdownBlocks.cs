using LeakageAnalyzers.Tool.Programs.Interactive;

namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>The C# blocks of a text in Markdown, read as one program: they mostly tell one story.</summary>
internal static class MarkdownBlocks
{
    private static readonly string[] Languages = ["csharp", "c#", "cs"];

    /// <summary>The code of <paramref name="path"/>, each line where the text has it.</summary>
    public static IReadOnlyList<CodeCell> Read(string path)
    {
        var cells = new List<CodeCell>();
        List<(int Number, string Text)>? block = null;
        var isCSharp = false;
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (isFence && block is null)
            {
                block = [];
                isCSharp = Languages.Contains(line.Trim()[3..].Split(' ', '-', ',')[0], StringComparer.OrdinalIgnoreCase);
            }
            else if (isFence)
            {
                if (isCSharp)
                {
                    cells.Add(new CodeCell(cells.Count + 1, string.Join('\n', block!.Select(code => code.Text)), [.. block!.Select(code => code.Number + 1)]));
                }

                block = null;
            }
            else
            {
                block?.Add((number, line));
            }
        }

        return cells;
    }
}
