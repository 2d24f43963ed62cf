using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Agreement.Tests.Documentation;

/// <summary>The page of a rule, taken apart.</summary>
internal sealed partial class RulePage
{
    private readonly string _text;

    private RulePage(string id, string text) => (Id, _text) = (id, text);

    public string Id { get; }

    /// <summary>The first line.</summary>
    public string Heading => _text.Split('\n')[0];

    /// <summary>The headings of its sections.</summary>
    public IReadOnlyList<string> Sections => [.. SectionHeading().Matches(_text).Select(match => match.Groups[1].Value)];

    /// <summary>The code of a section, without the fences.</summary>
    public string CodeOf(string section) => Regex.Match(_text, $@"^## {section}\n\n```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    /// <summary>The line that the command printed.</summary>
    public StudyLine Printed => new(PrintedLine().Match(_text).Value);

    public static IEnumerable<RulePage> All() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Documentation"), "LEAK*.md").Order(StringComparer.Ordinal).Select(Read);

    public static RulePage Of(string id) => Read(Path.Combine(AppContext.BaseDirectory, "Documentation", id + ".md"));

    private static RulePage Read(string path) => new(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).ReplaceLineEndings("\n"));

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^LEAK\d+  .+$", RegexOptions.Multiline)]
    private static partial Regex PrintedLine();
}
