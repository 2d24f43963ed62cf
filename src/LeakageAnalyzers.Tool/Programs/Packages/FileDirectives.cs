using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Tool.Programs.Packages;

/// <summary>The <c>#:</c> lines at the head of a single-file program.</summary>
internal static partial class FileDirectives
{
    /// <summary>The packages that the file asks for: <c>#:package Microsoft.ML@5.0.1</c>.</summary>
    public static IReadOnlyList<PackageRequest> PackagesIn(string text) =>
        [.. Package().Matches(text).Select(asked => new PackageRequest(asked.Groups["id"].Value, asked.Groups["version"] is { Success: true } version ? version.Value : null))];

    /// <summary>The projects that the file references: <c>#:project ../Study</c>.</summary>
    public static IReadOnlyList<string> ProjectsIn(string text) => [.. Project().Matches(text).Select(referenced => referenced.Groups["path"].Value)];

    [GeneratedRegex(@"^#:package\s+(?<id>[^@\s]+)(@(?<version>\S+))?[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Package();

    [GeneratedRegex(@"^#:project\s+(?<path>\S.*?)[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Project();
}
