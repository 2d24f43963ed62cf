using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tests.Descriptions;

/// <summary>What was promised of each rule against what it is.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void The_release_files_list_every_rule_as_it_is()
    {
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)))
            .Where(line => line.StartsWith("LEAK", StringComparison.Ordinal));
        var described = RuleSet.All.Select(rule => rule.Description).Append(ToolDescriptions.MalformedOption).Select(rule => $"{rule.Id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.Severity : "Disabled")} | {rule.Title}");

        Assert.Equal(described.Order(), listed.Order());
    }

    [Fact]
    public void Every_rule_says_what_to_do_in_two_sentences_at_most() => Assert.All(RuleSet.All, rule =>
    {
        var format = rule.Description.MessageFormat;
        Assert.InRange(format.Split(". ").Length, 1, 2);
        Assert.NotEmpty(rule.Description.Explanation);
    });
}
