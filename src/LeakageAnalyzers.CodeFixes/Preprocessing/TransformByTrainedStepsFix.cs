using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>LEAK104: transforms the test rows with the transformer that was fitted on the train rows, which gets a name where it has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TransformByTrainedStepsFix)), Shared]
public sealed class TransformByTrainedStepsFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK104");

    /// <inheritdoc/>
    protected override string Title => "Transform with the steps fitted on the train rows";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        var transforms = sites.Of(PlaceRole.Transformed);
        if (sites.Of(PlaceRole.Fitted) is not [var onTrainRows]
            || onTrainRows.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || transforms.Any(transform => transform.Receiver() is null || !IsBelow(statement, transform)))
        {
            return null;
        }

        var named = onTrainRows.Declaration(sites.Model);
        var name = named?.Local.Name ?? sites.Root.FreshName(sites.Model, statement.SpanStart, "preparation");
        var receivers = transforms.Select(transform => transform.Receiver()!).ToList();
        var obsolete = ObsoleteDeclaration(sites, receivers);
        var root = sites.Root.TrackNodes(receivers.Concat<SyntaxNode>([onTrainRows, statement]).Concat(obsolete is null ? [] : [obsolete]));
        foreach (var receiver in receivers)
        {
            var current = root.GetCurrentNode(receiver)!;
            root = root.ReplaceNode(current, SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
        }

        if (obsolete is not null)
        {
            root = Insertion.Remove(root, root.GetCurrentNode(obsolete)!)!;
        }

        if (named is null)
        {
            root = root.ReplaceNode(root.GetCurrentNode(onTrainRows)!, SyntaxFactory.IdentifierName(name).WithTriviaFrom(onTrainRows));
            root = Insertion.Before(root, root.GetCurrentNode(statement)!, SyntaxFactory.ParseStatement($"var {name} = {onTrainRows.WithoutTrivia()};"));
        }

        return sites.Document.WithSyntaxRoot(root);
    }

    private static bool IsBelow(StatementSyntax statement, SyntaxNode node) =>
        statement.Span.End <= node.SpanStart && statement.List().Span.Contains(node.Span);

    // The local that held the second fit goes where nothing else reads it.
    private static LocalDeclarationStatementSyntax? ObsoleteDeclaration(FindingSites sites, List<ExpressionSyntax> receivers) =>
        sites.Call.Declaration(sites.Model) is { } declaration && sites.Root.Mentions(declaration.Local, sites.Model).All(receivers.Contains)
            ? declaration.Statement
            : null;
}
