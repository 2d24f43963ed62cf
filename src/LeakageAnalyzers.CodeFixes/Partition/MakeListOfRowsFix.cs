using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>
/// LEAK207: makes a list of the rows, right behind the draw where the document shows it: of two lists that are made of one draw later, each would have drawn for itself.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeListOfRowsFix)), Shared]
public sealed class MakeListOfRowsFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK207");

    /// <inheritdoc/>
    protected override string Title => "Make a list of the rows before loading";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation)
    {
        if (sites.Call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not { } rows)
        {
            return Task.FromResult<Document?>(null);
        }

        // A query draws by a call in one of its clauses.
        var drawn = sites.Of(PlaceRole.Drawn) is [var call, ..] ? call.FirstAncestorOrSelf<QueryExpressionSyntax>() ?? (ExpressionSyntax)call : null;
        var listed = drawn is null || rows.Span.OverlapsWith(drawn.Span) ? rows : drawn;
        return Task.FromResult<Document?>(sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(listed, ToList(listed)), "System.Linq", sites.Model)));
    }

    private static InvocationExpressionSyntax ToList(ExpressionSyntax rows)
    {
        var receiver = rows.WithoutTrivia();
        var member = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            receiver is QueryExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(receiver) : receiver,
            SyntaxFactory.IdentifierName("ToList"));
        return SyntaxFactory.InvocationExpression(member).WithTriviaFrom(rows);
    }
}
