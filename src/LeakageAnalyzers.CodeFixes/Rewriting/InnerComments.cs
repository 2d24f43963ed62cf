using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>What is said within code that goes, such as behind the calls of a chain.</summary>
internal static class InnerComments
{
    /// <summary>The comments between the first and the last token of <paramref name="node"/> that <paramref name="replacement"/> does not repeat, if there is one.</summary>
    public static IReadOnlyList<SyntaxTrivia> Lost(SyntaxNode node, SyntaxNode? replacement)
    {
        var repeated = replacement?.DescendantTrivia().Where(IsComment).Select(comment => comment.ToString()).ToList() ?? [];
        return [.. node.DescendantTrivia().Where(trivia => IsComment(trivia) && node.Span.Contains(trivia.Span) && !repeated.Remove(trivia.ToString()))];
    }

    /// <summary>What <paramref name="node"/> is a part of: a statement, or a member that has none.</summary>
    public static SyntaxNode Holder(SyntaxNode node) =>
        node.AncestorsAndSelf().First(ancestor => ancestor is StatementSyntax or MemberDeclarationSyntax);

    /// <summary>The root with <paramref name="comments"/> on lines of their own before <paramref name="holder"/>, behind those that stand there.</summary>
    public static SyntaxNode Raise(SyntaxNode root, SyntaxNode holder, IEnumerable<SyntaxTrivia> comments)
    {
        var lineEnd = Insertion.EndOfLineIn(root);
        var indentation = Insertion.IndentationOfLine(holder);
        var lines = comments.SelectMany(comment => new[] { comment, lineEnd, indentation });
        return root.ReplaceNode(holder, holder.WithLeadingTrivia(holder.GetLeadingTrivia().AddRange(lines)));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
