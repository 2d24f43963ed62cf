using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK203: splits by whole groups with the runtime library, where that is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitByGroupsFix)), Shared]
public sealed class SplitByGroupsFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK203");

    /// <inheritdoc/>
    protected override string Title => "Split by whole groups";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        sites.Call.Argument(sites.Model, "samplingKeyColumnName") is { } key
            ? RuntimeSplit.TryReplace(sites, "SplittingExtensions", "GroupTrainTestSplit", key, "testFraction", "seed")
            : null);
}
