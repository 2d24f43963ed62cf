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

/// <summary>
/// LEAK201: evaluates the rows that a split holds out; where it is made only after the model was fitted, makes it before; where there is none yet, inserts one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateOnTestPartitionFix)), Shared]
public sealed class EvaluateOnTestPartitionFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK201");

    /// <inheritdoc/>
    protected override string Title => "Evaluate on rows that were held out of training";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(ScoringOf(sites) is { } scoring
            ? TryFitOnTrainRows(sites, scoring) ?? TryUseSplit(sites, scoring) ?? TryInsertSplit(sites, scoring)
            : null);

    /// <summary>The call that scored the evaluated rows: in place, or of the local that holds them.</summary>
    private static Scoring? ScoringOf(FindingSites sites)
    {
        var evaluated = sites.Call.Argument(sites.Model, Parameters.Data);
        ExpressionSyntax? kept = null;
        var scored = evaluated;
        if (evaluated?.Initializer(sites.Model) is var (local, value))
        {
            // Who else reads the scores goes on reading those of the same rows.
            kept = sites.Root.Mentions(local, sites.Model).Count() == 1 ? null : evaluated;
            scored = value;
        }

        return scored is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.Transform } } transform
            && transform.OnlyArgument() is { } rows && (kept is null || sites.HasOneMeaning(transform.Receiver()!)) ? new Scoring(transform, rows, kept) : null;
    }

    private static Document? TryUseSplit(FindingSites sites, Scoring scoring)
    {
        var split = sites.Of(PlaceRole.Split).Select(call => call.Declaration(sites.Model)).FirstOrDefault(declaration =>
            declaration is { } found && found.Statement.Span.End <= scoring.Transform.SpanStart && found.Statement.List().Span.Contains(scoring.Transform.Span));
        return split is null ? null : sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(scoring.Replaced, scoring.Of(Part(split.Value.Local.Name, Names.TestSet))));
    }

    /// <summary>Of a split of the rows that the model was fitted on, the fit gets the train side and the evaluation the test side. A split that is made only after the fit goes before it.</summary>
    private static Document? TryFitOnTrainRows(FindingSites sites, Scoring scoring)
    {
        if (sites.Of(PlaceRole.Trained) is not [var fit]
            || fit.OnlyArgument() is not IdentifierNameSyntax trained || !sites.HasOneMeaning(trained)
            || StatementOf(fit) is not { } statement
            || (scoring.Rows.Initializer(sites.Model)?.Value ?? scoring.Rows) is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.TestSet or Names.TrainSet } part
            || part.Expression.Initializer(sites.Model) is not (var local, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.TrainTestSplit } } split)
            || split.Declaration(sites.Model) is not { } declared
            || !split.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(sites.Model.GetSymbolInfo(name).Symbol, sites.Model.GetSymbolInfo(trained).Symbol)))
        {
            return null;
        }

        var isBefore = declared.Statement.Span.End <= fit.SpanStart && declared.Statement.List().Span.Contains(fit.Span);
        if (!isBefore && (declared.Statement.List() != statement.List() || declared.Statement.SpanStart < statement.SpanStart))
        {
            return null;
        }

        var root = sites.Root.TrackNodes(statement, trained, declared.Statement, scoring.Replaced);
        root = root.ReplaceNode(root.GetCurrentNode(trained)!, Part(local.Name, Names.TrainSet).WithTriviaFrom(trained));
        if (part.Name.Identifier.ValueText != Names.TestSet)
        {
            root = root.ReplaceNode(root.GetCurrentNode(scoring.Replaced)!, scoring.Of(Part(local.Name, Names.TestSet)));
        }

        if (!isBefore)
        {
            root = Insertion.Remove(root, root.GetCurrentNode<StatementSyntax>(declared.Statement)!)!;
            root = Insertion.Before(root, root.GetCurrentNode(statement)!, declared.Statement);
        }

        return sites.Document.WithSyntaxRoot(root);
    }

    private static Document? TryInsertSplit(FindingSites sites, Scoring scoring)
    {
        // Only where one local is fitted on and scored, in statements of one list, is it plain what to cut.
        if (sites.Of(PlaceRole.Split).Count > 0
            || sites.Of(PlaceRole.Trained) is not [var fit]
            || fit.OnlyArgument() is not IdentifierNameSyntax trained
            || scoring.Rows is not IdentifierNameSyntax tested
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

        var split = SyntaxFactory.ParseStatement($"var {name} = {context}.{Names.Data}.{Names.TrainTestSplit}({trained}{key});");
        var root = sites.Root.TrackNodes(statement, trained, scoring.Replaced);
        root = root.ReplaceNode(root.GetCurrentNode(trained)!, Part(name, Names.TrainSet).WithTriviaFrom(trained));
        root = root.ReplaceNode(root.GetCurrentNode(scoring.Replaced)!, scoring.Of(Part(name, Names.TestSet)));
        return sites.Document.WithSyntaxRoot(Insertion.Before(root, root.GetCurrentNode(statement)!, split));
    }

    /// <summary>The context of <c>context.BinaryClassification.Evaluate(…)</c>.</summary>
    private static ExpressionSyntax? ContextOf(InvocationExpressionSyntax evaluate) =>
        (evaluate.Receiver() as MemberAccessExpressionSyntax)?.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? ((MemberAccessExpressionSyntax)evaluate.Receiver()!).Expression
            : null;

    private static StatementSyntax? StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>();

    private static ExpressionSyntax Part(string split, string part) => SyntaxFactory.ParseExpression($"{split}.{part}");

    /// <summary>How the evaluated rows were scored.</summary>
    /// <param name="Transform">The call that scored them.</param>
    /// <param name="Rows">What it was given.</param>
    /// <param name="Kept">The evaluation's mention of the local that holds the scores, where others read it too; else null.</param>
    private sealed record Scoring(InvocationExpressionSyntax Transform, ExpressionSyntax Rows, ExpressionSyntax? Kept)
    {
        /// <summary>What other rows take the place of: those that are scored, or the scores that are evaluated.</summary>
        public ExpressionSyntax Replaced => Kept ?? Rows;

        /// <summary>What stands there for <paramref name="rows"/>.</summary>
        public ExpressionSyntax Of(ExpressionSyntax rows) =>
            (Kept is null ? rows : Transform.WithArgumentList(SyntaxFactory.ParseArgumentList($"({rows})")).WithoutTrivia()).WithTriviaFrom(Replaced);
    }
}
