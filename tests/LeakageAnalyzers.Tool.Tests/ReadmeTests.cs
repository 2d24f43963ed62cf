using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>README's first command prints what README shows under it.</summary>
public sealed partial class ReadmeTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task The_finding_that_README_shows_is_printed_word_for_word()
    {
        var shown = Shown().Match(await File.ReadAllTextAsync(Path.Combine(ThisBuild.RepositoryRoot, "README.md")));
        Assert.True(shown.Success, "README shows no finding under its first command.");

        var run = await leakage.RunInRepositoryAsync("check", shown.Groups["program"].Value);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\n" + shown.Groups["finding"].Value + "\n\n", "\n" + run.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith(shown.Groups["file"].Value + "\n\n", run.StandardOutput, StringComparison.Ordinal);
        var known = AllCallsKnown().Match(run.StandardOutput);
        Assert.True(known.Success && known.Groups["known"].Value == known.Groups["calls"].Value, run.StandardOutput);
    }

    [GeneratedRegex(@"-- check (?<program>\S+)\n```\n\n```text\n(?<file>\S+\.cs)\n\n(?<finding>  LEAK\d{3} .*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"The rows of (?<known>\d+) of (?<calls>\d+) calls")]
    private static partial Regex AllCallsKnown();
}
