using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK202: names the group column as the sampling key of the split.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassSamplingKeyFix)), Shared]
public sealed class PassSamplingKeyFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK202");

    /// <inheritdoc/>
    protected override string Title => "Keep each group on one side of the split";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(TryRewrite(sites, cancellation));

    private static Document? TryRewrite(FindingSites sites, CancellationToken cancellation)
    {
        if (sites.Column is not { } column
            || sites.Model.GetOperation(sites.Call, cancellation) is not IInvocationOperation call
            || call.TargetMethod.Parameters.All(parameter => parameter.Name != Parameters.SamplingKeyColumnName)
            || ColumnExpression.For(column, sites) is not { } key)
        {
            return null;
        }

        return sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(sites.Call, sites.Call.WithArgument(sites.Model, Parameters.SamplingKeyColumnName, key)));
    }
}
