using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Evaluation;

/// <summary>LEAK504: prints below the evaluation what the model gains over baselines of the runtime library, where that is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateBaselinesFix)), Shared]
public sealed class EvaluateBaselinesFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK504");

    /// <inheritdoc/>
    protected override string Title => "Evaluate baselines too";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        // Only where model, train rows and test rows have names of their own is it plain what to hand over.
        if (sites.Model.Find(RuntimeNames.Baselines) is null
            || sites.Call.Receiver() is not { } catalog
            || sites.Call.Argument(sites.Model, Parameters.Data) is not { } data
            || ScoringCall(sites, data) is not { } transform
            || transform.Receiver() is not IdentifierNameSyntax model
            || transform.OnlyArgument() is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || sites.Of(PlaceRole.Trained) is not [var fit]
            || fit.OnlyArgument() is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || sites.Call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || !statement.List().Span.Contains(fit.Span))
        {
            return null;
        }

        var label = sites.Call.NamedArgument(sites.Model, Parameters.LabelColumnName);
        var printed = Printing.Of(sites, statement, $"{RuntimeNames.Baselines}.{Names.Evaluate}({catalog}, {model}, {fit.OnlyArgument()}, {transform.OnlyArgument()}{label})");
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(Insertion.After(sites.Root, statement, printed), RuntimeNames.Namespace, sites.Model));
    }

    /// <summary>The call that scored the rows: in place, or of the local that holds them.</summary>
    private static InvocationExpressionSyntax? ScoringCall(FindingSites sites, ExpressionSyntax data)
    {
        var scored = data.Initializer(sites.Model)?.Value ?? data;
        return scored is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform } } transform ? transform : null;
    }
}
