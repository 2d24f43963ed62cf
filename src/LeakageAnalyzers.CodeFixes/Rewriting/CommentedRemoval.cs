using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Takes code away and leaves the comments and directives around it, and the lines of what stands beside it.</summary>
internal static class CommentedRemoval
{
    private static readonly SyntaxAnnotation Removed = new(nameof(CommentedRemoval));

    /// <summary>The root without <paramref name="node"/>, and without one of the commas beside it where there are any; null where nothing is left of the root.</summary>
    public static TRoot? Remove<TRoot>(TRoot root, SyntaxNode node)
        where TRoot : SyntaxNode
    {
        var previous = node.GetFirstToken().GetPreviousToken();
        var next = node.GetLastToken().GetNextToken(includeZeroWidth: true);
        var isListed = next.IsKind(SyntaxKind.CommaToken);
        var isBehindComma = previous.IsKind(SyntaxKind.CommaToken);
        var beginsLine = node.GetLeadingTrivia().Any(EndsLine) || previous.RawKind == 0 || previous.TrailingTrivia.Any(EndsLine);

        // What shares the line with the comma before it goes with that one, so that what is behind stays as it is.
        var goesWithNext = isListed && (beginsLine || !isBehindComma);
        var goesWithPrevious = isBehindComma && !goesWithNext;
        var behind = node.GetTrailingTrivia().Concat(goesWithNext ? next.TrailingTrivia : default).ToList();
        var kept = KeptAround([.. node.GetLeadingTrivia()], behind, leavesLine: beginsLine && !goesWithPrevious && !behind.Exists(EndsLine));
        if (goesWithPrevious && (kept.Count > 0 || previous.TrailingTrivia.Any(IsKept)))
        {
            kept.InsertRange(0, previous.TrailingTrivia);
        }

        // Roslyn takes the next comma where that alone ends the line of the item, else the one before it.
        var lineEnd = SyntaxFactory.LineFeed;
        var after = goesWithNext ? next.GetNextToken(includeZeroWidth: true) : next;
        var marked = root.ReplaceSyntax(
            [node], (original, _) => original.WithTrailingTrivia(goesWithPrevious ? SyntaxFactory.TriviaList(lineEnd) : default).WithAdditionalAnnotations(Removed),
            goesWithNext ? [next, after] : [after], (original, _) => original == after
                ? original.WithLeadingTrivia(kept.Concat(original.LeadingTrivia))
                : original.WithLeadingTrivia().WithTrailingTrivia(lineEnd),
            [], (original, _) => original);
        return marked.RemoveNode(marked.GetAnnotatedNodes(Removed).Single(), SyntaxRemoveOptions.KeepNoTrivia);
    }

    // What is before the node stays with its lines, what is behind it in its place; empty where there is nothing to keep.
    private static List<SyntaxTrivia> KeptAround(List<SyntaxTrivia> before, List<SyntaxTrivia> behind, bool leavesLine)
    {
        if (behind.Exists(IsKept))
        {
            return [.. before, .. behind.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        }

        if (leavesLine)
        {
            return before;
        }

        if (!before.Exists(IsKept))
        {
            return [];
        }

        // What had lines of its own leaves none empty.
        var lines = before.FindLastIndex(EndsLine);
        return lines < 0 ? before : before.GetRange(0, lines + 1);
    }

    private static bool EndsLine(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.EndOfLineTrivia or SyntaxKind.DisabledTextTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia || trivia.IsDirective;

    private static bool IsKept(SyntaxTrivia trivia) => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
}
