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

        var drawn = sites.Of(PlaceRole.Drawn) is [var call, ..] ? Ordered(call) : null;
        var listed = drawn is null || rows.Span.OverlapsWith(drawn.Span) ? rows : FitsList(sites, drawn) ? drawn : IsReadOnce(sites, rows) ? rows : null;
        return Task.FromResult(listed is null ? null : sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(listed, ToList(listed)), "System.Linq", sites.Model)));
    }

    /// <summary>The draw with what only an order can be given; a query draws by a call in one of its clauses.</summary>
    private static ExpressionSyntax Ordered(InvocationExpressionSyntax draw)
    {
        ExpressionSyntax ordered = draw;
        while (ordered.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Enumerable.ThenBy) or nameof(Enumerable.ThenByDescending), Parent: InvocationExpressionSyntax then })
        {
            ordered = then;
        }

        return draw.FirstAncestorOrSelf<QueryExpressionSyntax>() ?? ordered;
    }

    /// <summary>Whether a list can stand where <paramref name="drawn"/> stands: a variable may be declared as an order.</summary>
    private static bool FitsList(FindingSites sites, ExpressionSyntax drawn) =>
        drawn.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } }
        || sites.Model.GetTypeInfo(type).Type?.Name != nameof(IOrderedEnumerable<int>);

    // Of two lists that are made of one draw, each would draw for itself.
    private static bool IsReadOnce(FindingSites sites, ExpressionSyntax rows) =>
        rows.Initializer(sites.Model) is var (local, _) && sites.Root.Mentions(local, sites.Model).Count() == 1;

    private static ExpressionSyntax ToList(ExpressionSyntax rows)
    {
        var isOperation = rows is QueryExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax;
        return SyntaxFactory.ParseExpression(isOperation ? $"({rows}).ToList()" : $"{rows}.ToList()").WithTriviaFrom(rows);
    }
}
