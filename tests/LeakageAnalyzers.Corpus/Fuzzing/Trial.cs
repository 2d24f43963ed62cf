using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;

namespace LeakageAnalyzers.Corpus.Fuzzing;

/// <summary>The analyzer and every code fix over one document, as an editor asks for them: neither may throw, and a fix may not break what was whole.</summary>
internal static class Trial
{
    /// <summary>All code fixes.</summary>
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(LeakageCodeFix).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(CodeFixProvider).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Analyses <paramref name="document"/> with every rule and makes every repair that is offered for a finding in it.</summary>
    /// <exception cref="OperationCanceledException">It took longer than <paramref name="cancellation"/> allows.</exception>
    public static async Task<TrialOutcome> RunAsync(Document document, CancellationToken cancellation)
    {
        document = WithAllRules(document.Project).GetDocument(document.Id)!;
        var compilation = (await document.Project.GetCompilationAsync(cancellation))!;
        var tree = (await document.GetSyntaxTreeAsync(cancellation))!;
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, _, _) => { lock (failures) { failures.Add($"the analyzer threw {exception}"); } }, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new LeakageAnalyzer()], options).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellation);
        var repairs = 0;
        foreach (var finding in findings.Where(finding => finding.Location.SourceTree == tree))
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                try
                {
                    repairs += await RepairAsync(document, tree, finding, fix, failures, cancellation);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failures.Add($"{fix.GetType().Name} threw on {finding} {exception}");
                }
            }
        }

        return new TrialOutcome(findings.Length, repairs, failures);
    }

    private static async Task<int> RepairAsync(Document document, SyntaxTree tree, Diagnostic finding, CodeFixProvider fix, List<string> failures, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellation));
        foreach (var action in actions)
        {
            var operations = await action.GetOperationsAsync(cancellation);
            var repaired = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

            // From its text: what a rewriter makes may print as something else than it is.
            var parsed = CSharpSyntaxTree.ParseText(await repaired.GetTextAsync(cancellation), (CSharpParseOptions)tree.Options, cancellationToken: cancellation);
            if (Errors(parsed) > Errors(tree))
            {
                failures.Add($"{fix.GetType().Name} broke the text at {finding}");
            }
        }

        return actions.Count;
    }

    private static int Errors(SyntaxTree tree) => tree.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary><paramref name="project"/> with every rule on, those too that are off unless they are asked for; the same where they are on.</summary>
    public static Project WithAllRules(Project project)
    {
        var options = project.CompilationOptions!;
        return RuleSet.All.All(rule => options.SpecificDiagnosticOptions.ContainsKey(rule.Description.Id))
            ? project
            : project.WithCompilationOptions(options.WithSpecificDiagnosticOptions(RuleSet.All.Select(rule => KeyValuePair.Create(rule.Description.Id, ReportDiagnostic.Warn))));
    }
}

/// <summary>What came of a trial.</summary>
/// <param name="Findings">How many findings there were.</param>
/// <param name="Repairs">How many repairs were offered and made.</param>
/// <param name="Failures">What was thrown or broken.</param>
internal sealed record TrialOutcome(int Findings, int Repairs, IReadOnlyList<string> Failures);
