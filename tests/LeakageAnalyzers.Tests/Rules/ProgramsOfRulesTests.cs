using LeakageAnalyzers.Tests.Robustness;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Every rule about leaks has a file of tests of its own, with leaking programs and with clean ones that look most like them.</summary>
public sealed class ProgramsOfRulesTests
{
    private const int Fewest = 8;

    public static TheoryData<string> Leaks => [.. Ids];

    private static IEnumerable<string> Ids => RuleSet.All.Select(rule => rule.Description.Id).Where(id => id is [.., >= '1' and <= '4', _, _]);

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_rule_has_eight_leaking_programs_and_eight_clean_ones(string rule)
    {
        var file = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, "tests", "LeakageAnalyzers.Tests", "Rules", $"{rule}Tests.cs"))).GetCompilationUnitRoot();
        var areTwins = file.Usings.Any(directive => directive.ToString().EndsWith(".Twins;", StringComparison.Ordinal));
        var (leaking, clean) = (0, 0);
        foreach (var test in file.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0))
        {
            var text = test.ToString();
            var programs = Math.Max(1, test.AttributeLists.SelectMany(list => list.Attributes).Count(attribute => attribute.Name.ToString() == "InlineData"));
            var isTwin = text.Contains("Twins.VerifyAsync", StringComparison.Ordinal) || (areTwins && text.Contains(" VerifyAsync(", StringComparison.Ordinal));
            var isLeaking = text.Contains($"{{|{rule}:", StringComparison.Ordinal);
            leaking += isTwin || isLeaking ? programs : 0;
            clean += isTwin || !isLeaking ? programs : 0;
        }

        Assert.True(leaking >= Fewest, $"{leaking} leaking programs");
        Assert.True(clean >= Fewest, $"{clean} clean programs");
    }

    [Fact]
    public void The_leaks_are_found() => Assert.Superset(new HashSet<string> { "LEAK101", "LEAK207", "LEAK304", "LEAK402" }, Ids.ToHashSet());
}
