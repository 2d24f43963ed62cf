using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Evaluation;

/// <summary>
/// LEAK501, LEAK502 and LEAK507: evaluates with the runtime library, where that is referenced: every metric of ML.NET and those it lacks, calibration among them, each with its interval.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReportIntervalsFix)), Shared]
public sealed class ReportIntervalsFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK501", "LEAK502", "LEAK507");

    /// <inheritdoc/>
    protected override string Title => "Evaluate with confidence intervals";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        if (sites.Model.Find(RuntimeNames.BinaryClassificationExtensions) is null
            || sites.Call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Evaluate or Names.EvaluateNonCalibrated } method)
        {
            return null;
        }

        var name = SyntaxFactory.IdentifierName(method.Name.Identifier.ValueText == Names.Evaluate ? RuntimeNames.EvaluateWithIntervals : RuntimeNames.EvaluateNonCalibratedWithIntervals).WithTriviaFrom(method.Name);
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(method, method.WithName(name)), RuntimeNames.Namespace, sites.Model));
    }
}
