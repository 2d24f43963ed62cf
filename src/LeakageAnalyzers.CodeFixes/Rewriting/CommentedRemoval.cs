using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Takes code away and leaves the comments around it.</summary>
internal static class CommentedRemoval
{
    private static readonly SyntaxAnnotation Removed = new(nameof(CommentedRemoval));

    /// <summary>The root without <paramref name="node"/>, and without the comma behind it where there is one; null where nothing is left of the root.</summary>
    public static TRoot? Remove<TRoot>(TRoot root, SyntaxNode node)
        where TRoot : SyntaxNode
    {
        var next = node.GetLastToken().GetNextToken(includeZeroWidth: true);
        var isListed = next.IsKind(SyntaxKind.CommaToken);
        var kept = CommentsAround(node, isListed ? next.TrailingTrivia : default);

        // The last of a list goes with the comma before it.
        var previous = node.GetFirstToken().GetPreviousToken();
        if (!isListed && previous.IsKind(SyntaxKind.CommaToken) && previous.TrailingTrivia.Any(IsComment))
        {
            kept.InsertRange(0, previous.TrailingTrivia);
        }

        if (kept.Count == 0)
        {
            return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia);
        }

        var behind = isListed ? next.GetNextToken() : next;
        var commented = root.ReplaceSyntax(
            [node], (original, _) => original.WithAdditionalAnnotations(Removed),
            [behind], (original, _) => original.WithLeadingTrivia(kept.Concat(original.LeadingTrivia)),
            [], (original, _) => original);
        return commented.RemoveNode(commented.GetAnnotatedNodes(Removed).Single(), SyntaxRemoveOptions.KeepNoTrivia);
    }

    // Those before the node with their lines, those behind it in its place; empty where there are none.
    private static List<SyntaxTrivia> CommentsAround(SyntaxNode node, SyntaxTriviaList behindComma)
    {
        var before = node.GetLeadingTrivia().ToList();
        var behind = node.GetTrailingTrivia().Concat(behindComma).ToList();
        if (behind.Exists(IsComment))
        {
            return [.. before, .. behind.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        }

        if (!before.Exists(IsComment))
        {
            return [];
        }

        // What had lines of its own leaves none empty.
        var lines = before.FindLastIndex(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lines < 0 ? before : before.GetRange(0, lines + 1);
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
