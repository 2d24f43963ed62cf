using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Adds and takes statements, in a block as at the top level.</summary>
internal static class Insertion
{
    /// <summary>What holds <paramref name="statement"/> and those beside it.</summary>
    public static SyntaxNode List(this StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax global ? global.Parent! : statement.Parent!;

    /// <summary>Puts <paramref name="added"/> before <paramref name="statement"/>, whose comments go before both.</summary>
    public static SyntaxNode Before(SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        var moved = statement.WithLeadingTrivia(statement.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, new[] { SyntaxFactory.GlobalStatement(added), global.WithStatement(moved) })
            : root.ReplaceNode(statement, new SyntaxNode[] { added, moved });
    }

    /// <summary>Puts <paramref name="added"/> behind <paramref name="statement"/>, each on a line of its own.</summary>
    public static SyntaxNode After(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] added)
    {
        var indentation = statement.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        var endsItsLine = statement.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

        // A block is set off from what comes behind it.
        var distance = statement.GetLastToken().IsKind(SyntaxKind.CloseBraceToken) ? [EndOfLine(root, statement)] : Enumerable.Empty<SyntaxTrivia>();
        var placed = added.Select((one, i) => one
            .WithLeadingTrivia(i == 0 ? distance.Concat(indentation) : indentation)
            .WithTrailingTrivia(endsItsLine || i < added.Length - 1 ? [EndOfLine(root, statement)] : Enumerable.Empty<SyntaxTrivia>()));
        var ended = endsItsLine ? statement : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(EndOfLine(root, statement)));
        return statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, placed.Select(SyntaxFactory.GlobalStatement).Prepend(global.WithStatement(ended)))
            : root.ReplaceNode(statement, placed.Prepend(ended));
    }

    /// <summary>How lines end in the file of <paramref name="root"/>.</summary>
    public static SyntaxTrivia EndOfLineIn(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is var found && found.RawKind != 0 ? found : SyntaxFactory.LineFeed;

    /// <summary>Takes <paramref name="statement"/> away and leaves its comments.</summary>
    public static SyntaxNode? Remove(SyntaxNode root, StatementSyntax statement) =>
        CommentedRemoval.Remove(root, statement.Parent is GlobalStatementSyntax global ? global : statement);

    private static SyntaxTrivia EndOfLine(SyntaxNode root, StatementSyntax statement) =>
        statement.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is var found && found.RawKind != 0 ? found : EndOfLineIn(root);
}
