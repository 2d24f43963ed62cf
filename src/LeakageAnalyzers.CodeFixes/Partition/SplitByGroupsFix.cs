using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK203: splits by whole groups with the runtime library, where that is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitByGroupsFix)), Shared]
public sealed class SplitByGroupsFix : LeakageCodeFix
{
    private const string Namespace = "LeakageAnalyzers.Runtime";

    // What both methods call alike.
    private static readonly string[] KeptParameters = ["testFraction", "seed"];

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK203");

    /// <inheritdoc/>
    protected override string Title => "Split by whole groups";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        if (sites.Model.Compilation.GetTypeByMetadataName(Namespace + ".SplittingExtensions") is null
            || sites.Call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrainTestSplit" } method
            || sites.Call.Argument(sites.Model, "data") is not { } data
            || sites.Call.Argument(sites.Model, "samplingKeyColumnName") is not { } key)
        {
            return null;
        }

        var kept = KeptParameters
            .Select(parameter => (Name: parameter, Value: sites.Call.Argument(sites.Model, parameter)))
            .Where(argument => argument.Value is not null)
            .Select(argument => $", {argument.Name}: {argument.Value}");
        var arguments = SyntaxFactory.ParseArgumentList($"({data}, {key}{string.Concat(kept)})");
        var split = sites.Call
            .WithExpression(method.WithName(SyntaxFactory.IdentifierName("GroupTrainTestSplit").WithTriviaFrom(method.Name)))
            .WithArgumentList(arguments.WithTriviaFrom(sites.Call.ArgumentList));
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(sites.Call, split), Namespace));
    }
}
