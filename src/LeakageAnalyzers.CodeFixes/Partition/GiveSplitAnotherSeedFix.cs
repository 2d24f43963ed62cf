using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK205: gives the inner split a seed that nothing else in the file has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveSplitAnotherSeedFix)), Shared]
public sealed class GiveSplitAnotherSeedFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK205");

    /// <inheritdoc/>
    protected override string Title => "Give the inner split another seed";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation)
    {
        var seed = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(sites.Root.FreeNumber()));
        return Task.FromResult<Document?>(sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(sites.Call, sites.Call.WithArgument(sites.Model, Parameters.Seed, seed))));
    }
}
