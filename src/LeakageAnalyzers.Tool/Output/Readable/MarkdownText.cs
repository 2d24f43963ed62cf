using System.Text.RegularExpressions;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>Markdown as a terminal shows it: headings bold, code indented, the rest as it is written.</summary>
/// <param name="console">Where to.</param>
internal sealed partial class MarkdownText(IAnsiConsole console)
{
    /// <summary>Writes <paramref name="page"/>.</summary>
    public void Write(string page)
    {
        var isCode = false;
        foreach (var line in page.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                continue;
            }

            var (text, style) = isCode ? ("    " + line, new Style(Color.Teal))
                : line.StartsWith('#') ? (line.TrimStart('#', ' '), new Style(decoration: Decoration.Bold))
                : (Link().Replace(line, "${text}").Replace("`", "", StringComparison.Ordinal), Style.Plain);
            console.Write(new Text(text, style));
            console.WriteLine();
        }
    }

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^)\s]+\)")]
    private static partial Regex Link();
}
