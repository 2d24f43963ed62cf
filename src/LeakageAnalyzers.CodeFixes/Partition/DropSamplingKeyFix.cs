using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK206: drops the sampling key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropSamplingKeyFix)), Shared]
public sealed class DropSamplingKeyFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK206");

    /// <inheritdoc/>
    protected override string Title => "Split without the label as sampling key";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        sites.Call.WithoutArgument(sites.Model, Parameters.SamplingKeyColumnName) is { } call
            ? sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(sites.Call, call))
            : null);
}
