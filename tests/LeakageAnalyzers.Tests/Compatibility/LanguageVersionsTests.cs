using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;

namespace LeakageAnalyzers.Tests.Compatibility;

/// <summary>
/// The findings do not depend on the version of the language, nor on whether references may be null. The usual run asks for every rule in the oldest version and in the newest and for some in those between;
/// <c>LEAKAGE_LATEST=all</c> asks for every rule in all of them.
/// </summary>
public sealed class LanguageVersionsTests
{
    private static readonly string[] Some = ["LEAK102", "LEAK202", "LEAK301", "LEAK401", "LEAK501"];

    /// <summary>Versions that the compiler at hand knows, with and without annotations of null.</summary>
    public static TheoryData<LanguageVersion, bool> Versions()
    {
        var versions = new TheoryData<LanguageVersion, bool>();
        foreach (var version in Enum.GetValues<LanguageVersion>().Where(version => version is >= LanguageVersion.CSharp7_3 and not LanguageVersion.LatestMajor))
        {
            versions.Add(version, false);
            if (version >= LanguageVersion.CSharp8)
            {
                versions.Add(version, true);
            }
        }

        return versions;
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Findings_are_the_same(LanguageVersion version, bool isNullable)
    {
        var isOfAll = Environment.GetEnvironmentVariable("LEAKAGE_LATEST") == "all" || (version, isNullable) is (LanguageVersion.CSharp7_3, _) or (LanguageVersion.Preview, true);
        var studies = RuleStudy.All.Where(study => isOfAll || Some.Contains(study.Rule)).ToList();
        var findings = await FindingsAsync(studies, version, isNullable);
        Assert.All(studies, study =>
        {
            // A remark (LEAK5xx) is made of every study that gives reason for it, a leak is the only one of its file.
            string[] wanted = [study.Rule];
            Assert.Equal(wanted, findings[study.NameOf(isLeaky: true)].Where(id => id == study.Rule || !Remarks.Contains(id)).Distinct());
            Assert.DoesNotContain(findings[study.NameOf(isLeaky: false)], id => id == study.Rule || !Remarks.Contains(id));
        });
    }

    [Fact]
    public void There_is_a_study_of_every_rule_that_reads_source() =>
        Assert.Equal(RuleSet.All.Select(rule => rule.Description.Id).Where(id => id is [.., >= '1' and <= '5', _, _]).Order(StringComparer.Ordinal), RuleStudy.All.Select(study => study.Rule).Order(StringComparer.Ordinal));

    private static async Task<ILookup<string, string>> FindingsAsync(IEnumerable<RuleStudy> studies, LanguageVersion version, bool isNullable)
    {
        var texts = studies.SelectMany(study => ((bool[])[true, false]).Select(isLeaky => (Name: study.NameOf(isLeaky), Text: study.TextOf(isLeaky)))).Append((Name: "Rows", Text: RuleStudy.Rows));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable)
            .WithSpecificDiagnosticOptions([KeyValuePair.Create("LEAK508", ReportDiagnostic.Warn)]);
        var compilation = CSharpCompilation.Create("Program", texts.Select(text => CSharpSyntaxTree.ParseText(text.Text, new CSharpParseOptions(version), text.Name + ".cs")), MlNetReferences.All, options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (await compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync()).ToLookup(finding => Path.GetFileNameWithoutExtension(finding.Location.SourceTree?.FilePath)!, finding => finding.Id);
    }
}
