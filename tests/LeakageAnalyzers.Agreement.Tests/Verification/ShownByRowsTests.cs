using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Agreement.Tests.Verification;

/// <summary>What a rule says of itself, that rows show its leak, is what the guard is asked about in the tests of the rule.</summary>
public sealed class ShownByRowsTests
{
    [Fact]
    public void Rows_show_the_leaks_that_the_guard_is_asked_about_and_no_others()
    {
        var leaks = RuleSet.All.Select(rule => rule.Description).Where(rule => rule.Category.StartsWith("Leakage.", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            leaks.Select(rule => rule.Id).Where(KnownDifferences.IsCommon).Order(StringComparer.Ordinal),
            leaks.Where(rule => rule.IsShownByRows).Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }
}
