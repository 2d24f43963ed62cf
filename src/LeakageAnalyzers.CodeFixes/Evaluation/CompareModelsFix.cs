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

/// <summary>
/// LEAK503: lets the runtime library, where that is referenced, judge the difference of two models' scores on the same rows, in place of a comparison of the bare numbers. A threshold of the
/// difference becomes the margin.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareModelsFix)), Shared]
public sealed class CompareModelsFix : LeakageCodeFix
{
    // A score of a local of a local.
    private const int LongestChain = 3;

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK503");

    /// <inheritdoc/>
    protected override string Title => "Compare the models beyond chance";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(TryRewrite(sites));

    private static Document? TryRewrite(FindingSites sites)
    {
        if (sites.Marked is not BinaryExpressionSyntax marked
            || ComparisonOf(marked) is not { } comparison
            || ScoreOf(sites, marked.Left) is not { } first || ScoreOf(sites, marked.Right) is not { } second
            || first.Metric != second.Metric || first.Evaluation == second.Evaluation
            || first.Evaluation.Receiver() is not { } catalog || catalog.ToString() != second.Evaluation.Receiver()?.ToString()
            || first.Evaluation.Argument(sites.Model, Parameters.Data) is not { } firstRows || second.Evaluation.Argument(sites.Model, Parameters.Data) is not { } secondRows
            || MetricTypeOf(sites, first.Evaluation, first.Metric) is not { } metric)
        {
            return null;
        }

        var label = first.Evaluation.NamedArgument(sites.Model, Parameters.LabelColumnName);
        var isBetter = Catalog.IsLowerBetter(first.Metric) ? Reversed(comparison.Kind) : comparison.Kind;
        var verdict = isBetter switch
        {
            SyntaxKind.GreaterThanExpression => "== " + RuntimeNames.Superior,
            SyntaxKind.GreaterThanOrEqualExpression => "!= " + RuntimeNames.Inferior,
            SyntaxKind.LessThanExpression => "== " + RuntimeNames.Inferior,
            _ => "!= " + RuntimeNames.Superior,
        };
        var settings = $"{RuntimeNames.Margin}: {comparison.Margin}, {RuntimeNames.Metric}: {metric}.{first.Metric}{label}";
        var judged = SyntaxFactory.ParseExpression($"{catalog.WithoutTrivia()}.{RuntimeNames.CompareModels}({firstRows}, {secondRows}, {settings}).{RuntimeNames.Verdict} {verdict}");
        var root = sites.Root.ReplaceNode(comparison.Whole, judged.WithTriviaFrom(comparison.Whole));
        root = UsingDirectives.Add(root, RuntimeNames.Namespace, sites.Model);
        root = UsingDirectives.Add(root, RuntimeNames.Evaluation, sites.Model);
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(root, RuntimeNames.Statistics, sites.Model));
    }

    /// <summary>What is decided by: the marked comparison of two scores, or that of their difference with a number. Null for any other use of the difference.</summary>
    private static (ExpressionSyntax Whole, SyntaxKind Kind, string Margin)? ComparisonOf(BinaryExpressionSyntax marked)
    {
        if (!marked.IsKind(SyntaxKind.SubtractExpression))
        {
            return IsOrder(marked.Kind()) ? (marked, marked.Kind(), "0") : null;
        }

        ExpressionSyntax difference = marked;
        while (difference.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            difference = parentheses;
        }

        return difference.Parent is BinaryExpressionSyntax { Right: LiteralExpressionSyntax margin } threshold && threshold.Left == difference
            && (threshold.IsKind(SyntaxKind.GreaterThanExpression) || threshold.IsKind(SyntaxKind.GreaterThanOrEqualExpression))
                ? (threshold, SyntaxKind.GreaterThanExpression, margin.ToString())
                : null;
    }

    private static bool IsOrder(SyntaxKind kind) =>
        kind is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression;

    private static SyntaxKind Reversed(SyntaxKind kind) => kind switch
    {
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        _ => SyntaxKind.GreaterThanOrEqualExpression,
    };

    /// <summary>The metric that <paramref name="operand"/> is, and the evaluation that it is read of; null where that does not stand beside it.</summary>
    private static (InvocationExpressionSyntax Evaluation, string Metric)? ScoreOf(FindingSites sites, ExpressionSyntax operand, int left = LongestChain) => operand switch
    {
        _ when left == 0 => null,
        ParenthesizedExpressionSyntax { Expression: var inner } => ScoreOf(sites, inner, left - 1),
        MemberAccessExpressionSyntax { Expression: var metrics, Name.Identifier.ValueText: var metric } =>
            (metrics as InvocationExpressionSyntax ?? InitializerOf(sites, metrics) as InvocationExpressionSyntax) is { } evaluation && sites.Of(PlaceRole.Tested).Contains(evaluation) ? (evaluation, metric) : null,
        IdentifierNameSyntax when InitializerOf(sites, operand) is { } value => ScoreOf(sites, value, left - 1),
        _ => null,
    };

    private static ExpressionSyntax? InitializerOf(FindingSites sites, ExpressionSyntax name) =>
        name.Initializer(sites.Model) is var (local, value) && !sites.Root.Mentions(local, sites.Model).Any(mention => mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention)
            ? value
            : null;

    /// <summary>The name of the enumeration of metrics for this task; null where the library is not referenced or does not know the metric.</summary>
    private static string? MetricTypeOf(FindingSites sites, InvocationExpressionSyntax evaluation, string metric)
    {
        if (evaluation.Receiver() is not { } catalog || sites.Model.GetTypeInfo(catalog).Type?.Name is not { } type)
        {
            return null;
        }

        var name = RuntimeNames.MetricsOf(type);
        return sites.Model.Find(name, RuntimeNames.Evaluation)?.GetMembers(metric).IsEmpty == false ? name : null;
    }
}
