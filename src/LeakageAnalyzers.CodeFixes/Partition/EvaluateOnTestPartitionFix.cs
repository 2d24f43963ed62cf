using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK201: evaluates the rows that a split holds out; where there is no split yet, inserts one before the model is fitted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateOnTestPartitionFix)), Shared]
public sealed class EvaluateOnTestPartitionFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK201");

    /// <inheritdoc/>
    protected override string Title => "Evaluate on rows that were held out of training";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(TransformOfScoredRows(sites) is { } transform
            ? TryUseSplit(sites, transform) ?? TryInsertSplit(sites, transform)
            : null);

    /// <summary>The call that scored the evaluated rows: in place, or of the local that holds them.</summary>
    private static InvocationExpressionSyntax? TransformOfScoredRows(FindingSites sites)
    {
        var scored = sites.Call.Argument(sites.Model, Parameters.Data);
        if (scored?.Initializer(sites.Model) is var (local, value) && sites.Root.Mentions(local, sites.Model).Count() == 1)
        {
            scored = value;
        }

        return scored is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform } } transform
            && transform.OnlyArgument() is not null ? transform : null;
    }

    private static Document? TryUseSplit(FindingSites sites, InvocationExpressionSyntax transform)
    {
        var split = sites.Of(PlaceRole.Split).Select(call => call.Declaration(sites.Model)).FirstOrDefault(declaration =>
            declaration is { } found && found.Statement.Span.End <= transform.SpanStart && found.Statement.List().Span.Contains(transform.Span));
        return split is null ? null : sites.Document.WithSyntaxRoot(
            sites.Root.ReplaceNode(transform.OnlyArgument()!, Part(split.Value.Local.Name, Names.TestSet).WithTriviaFrom(transform.OnlyArgument()!)));
    }

    private static Document? TryInsertSplit(FindingSites sites, InvocationExpressionSyntax transform)
    {
        // Only where one local is fitted on and scored, in statements of one list, is it plain what to cut.
        if (sites.Of(PlaceRole.Split).Count > 0
            || sites.Of(PlaceRole.Trained) is not [var fit]
            || fit.OnlyArgument() is not IdentifierNameSyntax trained
            || transform.OnlyArgument() is not IdentifierNameSyntax tested
            || trained.Identifier.ValueText != tested.Identifier.ValueText
            || ContextOf(sites.Call) is not { } context
            || StatementOf(fit) is not { } statement)
        {
            return null;
        }

        var name = sites.Root.FreshName(sites.Model, statement.SpanStart, "split");
        var key = sites.Column is null ? "" : ColumnExpression.For(sites.Column, sites) is { } column ? $", {Parameters.SamplingKeyColumnName}: {column}" : null;
        if (key is null)
        {
            return null;
        }

        var split = SyntaxFactory.ParseStatement($"var {name} = {context}.{Names.Data}.{Names.TrainTestSplit}({trained}{key});")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        var root = sites.Root.TrackNodes(statement, trained, tested);
        root = root.ReplaceNode(root.GetCurrentNode(trained)!, Part(name, Names.TrainSet).WithTriviaFrom(trained));
        root = root.ReplaceNode(root.GetCurrentNode(tested)!, Part(name, Names.TestSet).WithTriviaFrom(tested));
        return sites.Document.WithSyntaxRoot(Insertion.Before(root, root.GetCurrentNode(statement)!, split));
    }

    /// <summary>The context of <c>context.BinaryClassification.Evaluate(…)</c>.</summary>
    private static ExpressionSyntax? ContextOf(InvocationExpressionSyntax evaluate) =>
        (evaluate.Receiver() as MemberAccessExpressionSyntax)?.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? ((MemberAccessExpressionSyntax)evaluate.Receiver()!).Expression
            : null;

    private static StatementSyntax? StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>();

    private static ExpressionSyntax Part(string split, string part) => SyntaxFactory.ParseExpression($"{split}.{part}");
}
