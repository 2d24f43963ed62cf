using System.Text.RegularExpressions;
using LeakageAnalyzers.Tool.Analysis;

namespace LeakageAnalyzers.Tool.Prove.Variants;

/// <summary>Which findings are asked about: a rule, or a rule at a place, such as <c>LEAK202@File.cs:41</c>.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="File">The end of the file's path, or null.</param>
/// <param name="Line">The line, from one, or null.</param>
internal sealed partial record FindingFilter(string Rule, string? File, int? Line)
{
    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="InvalidDataException">It names no finding.</exception>
    public static FindingFilter Parse(string text) => Form().Match(text.Trim()) is { Success: true } read
        ? new FindingFilter(
            read.Groups["rule"].Value.ToUpperInvariant(),
            read.Groups["file"] is { Success: true } file ? file.Value.Replace('\\', '/') : null,
            read.Groups["line"] is { Success: true } line ? int.Parse(line.Value, System.Globalization.CultureInfo.InvariantCulture) : null)
        : throw new InvalidDataException($"'{text}' names no finding: write LEAK202, or LEAK202@File.cs:41");

    /// <summary>Whether <paramref name="finding"/> is one of those.</summary>
    public bool Matches(ReportedFinding finding) =>
        finding.Rule.Id == Rule
        && (File is null || $"/{finding.Place.File.Replace('\\', '/')}".EndsWith($"/{File}", StringComparison.Ordinal))
        && (Line is null || finding.Place.Line == Line || finding.Place.FileLine == Line);

    [GeneratedRegex(@"^(?<rule>LEAK\d{3})(@(?<file>.+?)(:(?<line>\d+))?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
