using LeakageAnalyzers.Tool.Analysis;

namespace LeakageAnalyzers.Tool.Output.Machine;

/// <summary>Workflow commands of GitHub Actions, which shows them beside the lines of a pull request.</summary>
internal static class GitHubReport
{
    /// <summary>One command for each finding and each problem, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(Run run, string folder)
    {
        var findings = run.Findings.Select(finding =>
            $"::{Command(finding.Level)} file={Property(Relative(finding.Place.File, folder))},line={finding.Place.FileLine},"
            + (finding.Place.Cell is null ? $"col={finding.Place.Column}," : "")
            + $"title={Property($"{finding.Rule.Id}: {finding.Rule.Title}")}::{Data((finding.Place.Cell is null ? "" : $"{finding.Place.Describe()}: ") + finding.Message)}\n");
        var problems = run.Problems.Select(problem =>
            $"::{(problem.IsFatal ? "error" : "notice")} file={Property(Relative(problem.Path, folder))},title={(problem.IsFatal ? "Not analysed" : "Known in part")}::{Data(problem.Message)}\n");
        return string.Concat(findings.Concat(problems));
    }

    private static string Command(Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "notice",
    };

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
