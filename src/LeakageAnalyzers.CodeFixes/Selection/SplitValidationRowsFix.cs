using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Selection;

/// <summary>
/// LEAK301 and LEAK302: splits validation rows off the train rows and fits or chooses by these; the chosen model is evaluated once on the test rows, at the end. Offered where the split is a local of the same body whose parts
/// are read by name and, for a choice, where a local holds the chosen model.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitValidationRowsFix)), Shared]
public sealed class SplitValidationRowsFix : LeakageCodeFix
{
    private const string ChoiceRule = "LEAK302";

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK301", ChoiceRule);

    /// <inheritdoc/>
    protected override string Title => "Use validation rows that are split off the train rows";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation)
    {
        if (sites.Of(PlaceRole.Split) is not [var split]
            || split.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: Names.TrainTestSplit }
            || split.Declaration(sites.Model) is not { } declared)
        {
            return Task.FromResult<Document?>(null);
        }

        var body = declared.Statement.List();
        var mentions = body.Mentions(declared.Local, sites.Model).ToList();
        var parts = mentions.Select(mention => mention.Parent).OfType<MemberAccessExpressionSyntax>().ToList();

        // The split may be handed on as a whole; then nothing is known of its parts.
        return Task.FromResult(parts.Count == mentions.Count && parts.TrueForAll(part => part.Name.Identifier.ValueText is Names.TrainSet or Names.TestSet)
            ? TryRewrite(sites, split, declared.Local, declared.Statement, parts)
            : null);
    }

    private static Document? TryRewrite(FindingSites sites, InvocationExpressionSyntax split, ILocalSymbol local, LocalDeclarationStatementSyntax statement, List<MemberAccessExpressionSyntax> parts)
    {
        var name = local.Name;
        var sources = sites.Rule != ChoiceRule ? null : sites.Choice is { } choice ? new ChoiceSources(sites, statement.List(), choice) : null;
        var final = sources is null ? null : FinalEvaluation.Find(sites, sources, local, statement.List());
        if (sites.Rule == ChoiceRule && final is null)
        {
            return null;
        }

        var moved = parts.Where(part => sources?.Contains(part) ?? (part.Name.Identifier.ValueText == Names.TrainSet || sites.Marked.Span.Contains(part.Span))).ToList();
        var handed = moved.Exists(part => part.Name.Identifier.ValueText == Names.TestSet) ? null : HandedOver(sites, name);
        if (handed is null && !moved.Exists(part => part.Name.Identifier.ValueText == Names.TestSet))
        {
            return null;
        }

        var validation = sites.Root.FreshName(sites.Model, statement.SpanStart, "validation");
        var key = split.Argument(sites.Model, Parameters.SamplingKeyColumnName) ?? (sites.Column is { } group ? ColumnExpression.For(group, sites) : null);

        // The same hash would cut nothing off (LEAK205), so a grouped split needs another seed.
        var keyAndSeed = key is null ? "" : $", {Parameters.SamplingKeyColumnName}: {key}, {Parameters.Seed}: {sites.Root.FreeNumber()}";
        var inner = SyntaxFactory.ParseStatement($"var {validation} = {split.Receiver()}.{Names.TrainTestSplit}({name}.{Names.TrainSet}{keyAndSeed});");

        var restored = final?.Restored ?? [];
        var root = sites.Root.TrackNodes(moved.Cast<SyntaxNode>().Append(statement).Concat(restored.Keys).Concat(final is null ? [] : [final.After]).Concat(handed is null ? [] : [handed]));
        foreach (var part in moved)
        {
            var current = root.GetCurrentNode(part)!;
            root = root.ReplaceNode(current, SyntaxFactory.ParseExpression($"{validation}.{part.Name.Identifier.ValueText}").WithTriviaFrom(current));
        }

        foreach (var rows in restored)
        {
            root = root.ReplaceNode(root.GetCurrentNode(rows.Key)!, rows.Value.WithTriviaFrom(rows.Key));
        }

        if (handed is not null)
        {
            root = root.ReplaceNode(root.GetCurrentNode(handed)!, SyntaxFactory.ParseExpression($"{validation}.{Names.TestSet}").WithTriviaFrom(handed));
        }

        if (final is { Added.Length: > 0 })
        {
            root = Insertion.After(root, root.GetCurrentNode(final.After)!, final.Added);
        }

        return sites.Document.WithSyntaxRoot(Insertion.After(root, root.GetCurrentNode<StatementSyntax>(statement)!, inner));
    }

    /// <summary>The local that hands the test rows over, in the marked argument or in the options that it is; null where it is no local that holds these rows alone.</summary>
    private static ExpressionSyntax? HandedOver(FindingSites sites, string split)
    {
        var marked = sites.Marked as ExpressionSyntax ?? (sites.Marked as ArgumentSyntax)?.Expression;
        var options = (marked?.Initializer(sites.Model)?.Value ?? marked) as BaseObjectCreationExpressionSyntax;
        var settings = options?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(setting => setting.Right) ?? [];
        return settings.Concat(marked is null ? [] : [marked]).FirstOrDefault(given =>
            (given.Initializer(sites.Model)?.Value ?? given) is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name.Identifier.ValueText: Names.TestSet } && of.Identifier.ValueText == split);
    }
}
