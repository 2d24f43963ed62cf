using System.Text.RegularExpressions;
using LeakageAnalyzers.Tool.Programs.Packages;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>Lines of a cell that are not C#: commands to the kernel, and what stands under the name of another language.</summary>
internal static partial class Magics
{
    private static readonly string[] CSharp = ["csharp", "c#"];

    private static readonly string[] OtherLanguages =
        ["fsharp", "f#", "pwsh", "powershell", "html", "javascript", "js", "markdown", "md", "mermaid", "sql", "kql", "http", "python", "value", "set", "r"];

    /// <summary>The spans of <paramref name="cell"/> that the C# compiler does not see.</summary>
    public static IEnumerable<TextSpan> SpansIn(SourceText cell)
    {
        var isCSharp = true;
        foreach (var line in cell.Lines)
        {
            var text = line.ToString().TrimStart();
            if (text.StartsWith("#!", StringComparison.Ordinal))
            {
                var command = text[2..].Split(' ', 2)[0].Trim();
                isCSharp = CSharp.Contains(command, StringComparer.OrdinalIgnoreCase) || (isCSharp && !OtherLanguages.Contains(command, StringComparer.OrdinalIgnoreCase));
                yield return line.Span;
            }
            else if (!isCSharp || text.StartsWith('%') || Directive().IsMatch(text))
            {
                yield return line.Span;
            }
        }
    }

    /// <summary>The packages that <c>#r "nuget: …"</c> asks for, each with its line.</summary>
    public static IEnumerable<(int Line, PackageRequest Package)> PackagesIn(SourceText cell)
    {
        foreach (var line in cell.Lines)
        {
            if (NuGetDirective().Match(line.ToString()) is { Success: true } asked)
            {
                yield return (line.LineNumber + 1, new PackageRequest(asked.Groups["id"].Value, asked.Groups["version"] is { Success: true } version ? version.Value : null));
            }
        }
    }

    /// <summary>Other files that <c>#load</c> and <c>#!import</c> bring in, each with its line.</summary>
    public static IEnumerable<(int Line, string Path)> ImportsIn(SourceText cell)
    {
        foreach (var line in cell.Lines)
        {
            if (ImportDirective().Match(line.ToString()) is { Success: true } import)
            {
                yield return (line.LineNumber + 1, import.Groups["path"].Value);
            }
        }
    }

    [GeneratedRegex(@"^#(r|i|load)\s")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*#r\s+""nuget:\s*(?<id>[^"",\s]+)\s*(,\s*(?<version>[^""\s]+)\s*)?""")]
    private static partial Regex NuGetDirective();

    [GeneratedRegex("""^\s*#(load|!import)\s+"?(?<path>[^"\s]+)"?""")]
    private static partial Regex ImportDirective();
}
