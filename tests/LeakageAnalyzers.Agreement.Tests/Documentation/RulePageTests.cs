using System.Text.RegularExpressions;
using CostOfLeaks;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Agreement.Tests.Documentation;

/// <summary>A page says what its rule does: its title is the rule's, its code is the study's, which the analyzer reads and which was run, and its numbers are what the study prints.</summary>
public sealed class RulePageTests
{
    private static readonly Dictionary<string, RuleDescription> Descriptions =
        RuleSet.All.Select(rule => rule.Description).Concat(DataDescriptions.All).Append(ToolDescriptions.MalformedOption).ToDictionary(description => description.Id);

    // What a study may be found to do besides its leak: to publish a number without an interval, say.
    private static readonly Regex LeakRules = new("LEAK[1-4]");

    // Threads and instruction sets may move the last digit of two; the measured difference may not move by more than its own error.
    private const double LastDigits = 0.015;

    public static TheoryData<string> Ids => new(Descriptions.Keys.Order(StringComparer.Ordinal));

    public static TheoryData<string> Studied => new(Studies.All.Select(study => study.GetType().Name).Where(Descriptions.ContainsKey));

    public static TheoryData<string> Bare => new(BareScores.All.Select(bare => bare.GetType().Name));

    public static TheoryData<string> Audited => new(Audits.All.Select(audit => audit.GetType().Name));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_of_its_rule_and_all_sections(string id)
    {
        var page = RulePage.Of(id);

        Assert.Equal($"# {id}: {Descriptions[id].Title}", page.Heading);
        Assert.Equal(["Why it matters", id == ToolDescriptions.MalformedOption.Id ? "Malformed" : "Leaking", "Fixed", "When to suppress it", "Options", "At run time", "Sources"], page.Sections);
    }

    [Fact]
    public void Every_page_is_of_a_rule_and_every_rule_has_a_study()
    {
        Assert.Equal(Descriptions.Keys.Order(StringComparer.Ordinal), RulePage.All().Select(page => page.Id));
        Assert.Equal(
            Descriptions.Keys.Where(id => id != ToolDescriptions.MalformedOption.Id).Order(StringComparer.Ordinal),
            Studies.All.Cast<object>().Concat(BareScores.All).Concat(Audits.All).Select(study => study.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_the_readme_is_that_of_the_rules()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md")).Where(line => line.StartsWith("| [LEAK", StringComparison.Ordinal) || line.StartsWith("| LEAK", StringComparison.Ordinal));
        var rules = Descriptions.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"| [{rule.Id}](src/LeakageAnalyzers/Documentation/{rule.Id}.md) | {rule.Title} | {(rule.Severity == DefaultSeverity.Warning ? "warning" : "info")}{(rule.IsEnabledByDefault ? "" : ", off by default")} |");

        Assert.Equal(rules, listed);
    }

    [Theory]
    [MemberData(nameof(Studied))]
    [MemberData(nameof(Bare))]
    [MemberData(nameof(Audited))]
    public void The_code_of_a_page_is_that_of_its_study(string id)
    {
        var page = RulePage.Of(id);
        var study = StudySource.Of(id);

        Assert.Equal(study.Leaky.Text, page.CodeOf("Leaking"));
        Assert.Equal(study.Honest.Text, page.CodeOf("Fixed"));
    }

    [Theory]
    [MemberData(nameof(Studied))]
    [MemberData(nameof(Bare))]
    public async Task The_analyzer_finds_the_leak_of_a_study_and_none_in_its_honest_twin(string id)
    {
        var study = StudySource.Of(id);
        var found = (await StudySource.FindingsAsync()).Where(finding => finding.File == id + ".cs" && (finding.Id == id || LeakRules.IsMatch(finding.Id))).ToList();

        Assert.Contains(found, finding => finding.Id == id && study.Leaky.Lines.Contains(finding.Line));
        Assert.DoesNotContain(found, finding => !study.Leaky.Lines.Contains(finding.Line));
    }

    [Theory]
    [MemberData(nameof(Studied))]
    public async Task The_numbers_of_a_page_are_what_its_study_prints(string id)
    {
        var (page, now) = (RulePage.Of(id).Printed, await StudyLines.OfAsync(id));

        Assert.Equal(now.Words, page.Words);
        AssertSame(now.Measured.Take(2), page.Measured.Take(2), upTo: Math.Max(LastDigits, page.Measured[3]));
    }

    [Theory]
    [MemberData(nameof(Bare))]
    public async Task The_line_of_a_page_is_what_its_bare_score_prints(string id)
    {
        var (page, now) = (RulePage.Of(id).Printed, await StudyLines.OfAsync(id));

        Assert.Equal(now.Words, page.Words);
        AssertSame(now.Shown, page.Shown, upTo: LastDigits);
    }

    [Theory]
    [MemberData(nameof(Audited))]
    public async Task The_audit_says_what_its_page_prints(string id)
    {
        var said = (await StudyLines.OfAsync(id)).Text;

        Assert.Equal(said, RulePage.Of(id).Printed.Text);
        Assert.EndsWith("Of the honest split: nothing.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(": nothing Of", said, StringComparison.Ordinal);
    }

    private static void AssertSame(IEnumerable<double> now, IEnumerable<double> page, double upTo)
    {
        Assert.NotEmpty(page);
        Assert.All(now.Zip(page), pair => Assert.Equal(pair.First, pair.Second, upTo));
    }
}
