namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>The C# blocks of a text in Markdown, read as one program: they mostly tell one story.</summary>
internal static class MarkdownBlocks
{
    private static readonly string[] Languages = ["csharp", "c#", "cs"];

    /// <summary>The code of <paramref name="path"/>, each line where the text has it.</summary>
    public static InteractiveCode Read(string path)
    {
        var code = new InteractiveCode();
        string? fence = null;
        var isCSharp = false;
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            var trimmed = line.TrimStart();
            if (fence is not null)
            {
                if (trimmed.TrimEnd() == fence)
                {
                    fence = null;
                }
                else if (isCSharp)
                {
                    code.Add(number, line);
                }
            }
            else if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = trimmed[..3];
                isCSharp = Languages.Contains(trimmed[3..].Trim().Split(' ', '-', ',')[0], StringComparer.OrdinalIgnoreCase);
            }
        }

        return code;
    }
}
