using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Items between commas: arguments, and what an array or a list is made of.</summary>
internal static class ListedItems
{
    /// <summary>The root without <paramref name="item"/> and one comma, and with the comments around it.</summary>
    public static SyntaxNode? Remove(SyntaxNode root, SyntaxNode item)
    {
        var hasComments = item.GetLeadingTrivia().Concat(item.GetTrailingTrivia())
            .Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return root.RemoveNode(item, hasComments ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia);
    }
}
