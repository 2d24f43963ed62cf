using System.Collections.Immutable;
using LeakageAnalyzers.Workflow.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>What every repair promises, checked on its result before it is offered.</summary>
internal static class FixPromise
{
    // A split along time tears groups apart, a split by groups mixes times: each repair only hides the finding of the other.
    private static readonly string[] Rivals = ["LEAK202", "LEAK204"];

    /// <summary>What speaks against <paramref name="after"/>; null where it compiles as well as <paramref name="before"/>, has fewer findings of the repaired rule, and no more of any other leak.</summary>
    public static async Task<string?> BreachAsync(Document before, Document after, string ruleId, CancellationToken cancellation)
    {
        // As its text reads: what a rewriter makes of half-typed code may print as something else than it is. The same text object would be no change.
        after = after.WithText(SourceText.From((await after.GetTextAsync(cancellation).ConfigureAwait(false)).ToString()));
        var (errors, errorsBefore) = (await ErrorsAsync(after, cancellation).ConfigureAwait(false), await ErrorsAsync(before, cancellation).ConfigureAwait(false));
        if (errors.Text > errorsBefore.Text || errors.All > errorsBefore.All
            || (await ChangesDeclarationsAsync(before, after, cancellation).ConfigureAwait(false)
                && await ErrorsAsync(after.Project, cancellation).ConfigureAwait(false) > await ErrorsAsync(before.Project, cancellation).ConfigureAwait(false)))
        {
            return "it would not compile";
        }

        return Breach(
            await FindingsAsync(before, cancellation).ConfigureAwait(false),
            await FindingsAsync(after, cancellation).ConfigureAwait(false),
            ruleId);
    }

    /// <summary>What speaks against a repair; null where there are fewer findings of the repaired rule, no more of any other leak, and none that is only hidden.</summary>
    public static string? Breach(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after, string ruleId)
    {
        var findingsBefore = Count(before, ruleId);
        var findingsAfter = Count(after, ruleId);
        if (findingsAfter.GetValueOrDefault(ruleId) >= findingsBefore.GetValueOrDefault(ruleId))
        {
            return "the finding would stay";
        }

        var brought = findingsAfter.Where(found => found.Value > findingsBefore.GetValueOrDefault(found.Key)).Select(found => found.Key).OrderBy(id => id, StringComparer.Ordinal).ToList();
        if (brought.Count > 0)
        {
            return $"it would bring {string.Join(", ", brought)}";
        }

        var hidden = Rivals.FirstOrDefault(rival => rival != ruleId && Rivals.Contains(ruleId) && findingsAfter.GetValueOrDefault(rival) < findingsBefore.GetValueOrDefault(rival));
        return hidden is null ? null : $"it would hide {hidden}";
    }

    /// <summary>How many errors keep <paramref name="project"/> from being compiled.</summary>
    public static async Task<int> ErrorsAsync(Project project, CancellationToken cancellation) =>
        await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation ? Errors(compilation.GetDiagnostics(cancellation)) : 0;

    /// <summary>What the analyzer finds in <paramref name="document"/>, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Document document, CancellationToken cancellation)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (compilation is null || model is null)
        {
            return [];
        }

        // The model has to be of the very compilation that is analysed.
        var analysis = compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new LeakageAnalyzer()), document.Project.AnalyzerOptions);
        var findings = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(model.SyntaxTree), null, cancellation).ConfigureAwait(false);
        return findings.OrderBy(finding => finding.Location.SourceSpan.Start).ToList();
    }

    // A repair may give an evaluation something to remark on that was no evaluation before.
    private static bool IsLeak(Diagnostic finding) => finding.Descriptor.Category != EvaluationDescriptions.NoInterval.Category;

    private static ImmutableDictionary<string, int> Count(IEnumerable<Diagnostic> findings, string ruleId) => findings
        .Where(finding => finding.Id == ruleId || IsLeak(finding))
        .GroupBy(finding => finding.Id)
        .ToImmutableDictionary(group => group.Key, group => group.Count());

    // What stands in a body is no business of other documents, and those of a large project are many.
    private static async Task<bool> ChangesDeclarationsAsync(Document before, Document after, CancellationToken cancellation) =>
        !SyntaxFactory.AreEquivalent(
            await before.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false), await after.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false), topLevel: true);

    // What cannot be read hides what does not compile, so that both are counted.
    private static async Task<(int Text, int All)> ErrorsAsync(Document document, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return (Errors(model!.SyntaxTree.GetDiagnostics(cancellation)), Errors(model.GetDiagnostics(cancellationToken: cancellation)));
    }

    private static int Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
