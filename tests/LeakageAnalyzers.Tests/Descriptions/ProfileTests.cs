using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;

namespace LeakageAnalyzers.Tests.Descriptions;

/// <summary>The profiles in the package against the rules.</summary>
public sealed class ProfileTests
{
    [Theory]
    [InlineData("clinical", "error", "warning")]
    [InlineData("research", "warning", "suggestion")]
    public void A_profile_has_one_line_for_each_rule(string profile, string leak, string remark)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "profiles", profile + ".globalconfig"));
        var expected = RuleSet.All.Select(rule => rule.Description)
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {(rule.Category.StartsWith("Leakage.", StringComparison.Ordinal) ? leak : remark)}");

        Assert.Contains("is_global = true", lines);
        Assert.Subset(lines.ToHashSet(), expected.ToHashSet());
        Assert.Distinct(lines.Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)).Select(line => line.Split('=')[0]));
    }
}
