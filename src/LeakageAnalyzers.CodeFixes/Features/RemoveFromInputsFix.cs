using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Features;

/// <summary>
/// LEAK401 and LEAK402: takes the column out of the list of inputs. Offered where it is one of several, in the call itself or in an array that only this call reads.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFromInputsFix)), Shared]
public sealed class RemoveFromInputsFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK401", "LEAK402");

    /// <inheritdoc/>
    protected override string Title => "Remove the column from the inputs";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        sites.Column is { } column && TryRemove(sites, column, cancellation) is { } root ? sites.Document.WithSyntaxRoot(root) : null);

    private static SyntaxNode? TryRemove(FindingSites sites, string column, CancellationToken cancellation)
    {
        var marked = sites.Marked;
        if (marked.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Parent == sites.Call.ArgumentList)
        {
            var written = argument.Expression.Span.Contains(marked.Span) ? ListedIn(marked, argument) ?? argument : argument;
            if (written != argument)
            {
                return CommentedRemoval.Remove(sites.Root, written);
            }

            return Names(sites.Model, argument.Expression, column, cancellation)
                ? Inputs(sites) > 1 ? CommentedRemoval.Remove(sites.Root, argument) : null
                : TryRemoveFromArray(sites, argument.Expression, column, cancellation);
        }

        return null;
    }

    // How many names the call lists itself; the first one is what it writes.
    private static int Inputs(FindingSites sites) => sites.Call.ArgumentList.Arguments.Count(argument => argument.NameColon is null) - 1;

    // The item of an array that is written out in the argument.
    private static SyntaxNode? ListedIn(SyntaxNode marked, ArgumentSyntax argument) =>
        marked.AncestorsAndSelf().TakeWhile(node => node != argument).FirstOrDefault(node => node.Parent is InitializerExpressionSyntax or CollectionExpressionSyntax);

    private static SyntaxNode? TryRemoveFromArray(FindingSites sites, ExpressionSyntax array, string column, CancellationToken cancellation)
    {
        if (array is not IdentifierNameSyntax
            || sites.Model.GetSymbolInfo(array, cancellation).Symbol is not { DeclaringSyntaxReferences: [var declaration] } symbol
            || declaration.SyntaxTree != sites.Root.SyntaxTree
            || symbol is not (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
            || sites.Root.Mentions(symbol, sites.Model).Count() != 1)
        {
            return null;
        }

        var items = declaration.GetSyntax(cancellation).DescendantNodes()
            .Where(node => node.Parent is InitializerExpressionSyntax or CollectionExpressionSyntax)
            .ToList();
        var item = items.Find(node => node is ExpressionSyntax name ? Names(sites.Model, name, column, cancellation)
            : node is ExpressionElementSyntax element && Names(sites.Model, element.Expression, column, cancellation));
        return item is null || items.Count < 2 ? null : CommentedRemoval.Remove(sites.Root, item);
    }

    private static bool Names(SemanticModel model, ExpressionSyntax expression, string column, CancellationToken cancellation) =>
        model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string name } && name == column;
}
