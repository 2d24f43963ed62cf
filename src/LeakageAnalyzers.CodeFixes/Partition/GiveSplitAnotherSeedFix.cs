using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK205: gives the inner split a seed that nothing else in the file has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveSplitAnotherSeedFix)), Shared]
public sealed class GiveSplitAnotherSeedFix : LeakageCodeFix
{
    private const string Parameter = "seed";

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK205");

    /// <inheritdoc/>
    protected override string Title => "Give the inner split another seed";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation)
    {
        var numbers = new HashSet<object?>(sites.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.NumericLiteralToken)).Select(token => token.Value));
        var free = Enumerable.Range(1, int.MaxValue).First(number => !numbers.Contains(number));
        var seed = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(free));
        return Task.FromResult<Document?>(sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(sites.Call, sites.Call.WithArgument(sites.Model, Parameter, seed))));
    }
}
