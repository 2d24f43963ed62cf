using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK205: gives the inner split a seed that nothing else in the file has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveSplitAnotherSeedFix)), Shared]
public sealed class GiveSplitAnotherSeedFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK205");

    /// <inheritdoc/>
    protected override string Title => "Give the inner split another seed";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        SeedFor(sites) is { } seed ? sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(sites.Call, sites.Call.WithArgument(sites.Model, Parameters.Seed, seed))) : null);

    /// <summary>A number; where the given seed varies, one that varies with it; null where it may be another one each time it is asked for.</summary>
    private static ExpressionSyntax? SeedFor(FindingSites sites)
    {
        var number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(sites.Root.FreeNumber()));
        var given = sites.Call.Argument(sites.Model, Parameters.Seed);
        return given is null || sites.Model.GetConstantValue(given).HasValue ? number
            : given is IdentifierNameSyntax or MemberAccessExpressionSyntax ? SyntaxFactory.ParseExpression($"{given.WithoutTrivia()} + {number}")
            : null;
    }
}
