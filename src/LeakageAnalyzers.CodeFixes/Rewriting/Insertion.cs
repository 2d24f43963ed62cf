using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Adds and takes statements: in a block, at the top level, and where a statement stands without braces, which it gets.</summary>
internal static class Insertion
{
    /// <summary>What holds <paramref name="statement"/> and those beside it.</summary>
    public static SyntaxNode List(this StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax global ? global.Parent! : statement.Parent!;

    /// <summary>Puts <paramref name="added"/> on a line of its own before <paramref name="statement"/>, whose comments go before both.</summary>
    public static SyntaxNode Before(SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        var placed = added
            .WithLeadingTrivia(StandsAlone(statement) && !BeginsLine(statement) ? statement.GetLeadingTrivia().Insert(0, Indentation(statement)) : statement.GetLeadingTrivia())
            .WithTrailingTrivia(EndOfLine(root, statement));
        return Replace(root, statement, placed, statement.WithLeadingTrivia(Indentation(statement)));
    }

    /// <summary>Puts <paramref name="added"/> behind <paramref name="statement"/>, each on a line of its own.</summary>
    public static SyntaxNode After(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] added)
    {
        var indentation = Indentation(statement);
        var lineEnd = EndOfLine(root, statement);
        var trailing = statement.GetTrailingTrivia();
        var endsLine = HasLineEnd(trailing);

        // A block is set off from what comes behind it.
        var distance = statement.GetLastToken().IsKind(SyntaxKind.CloseBraceToken) ? [lineEnd] : Enumerable.Empty<SyntaxTrivia>();
        var placed = added.Select((one, i) => one
            .WithLeadingTrivia(i == 0 ? distance.Append(indentation) : [indentation])
            .WithTrailingTrivia(endsLine || i < added.Length - 1 ? [lineEnd] : trailing.Where(IsSpace)));
        var ended = endsLine ? statement : statement.WithTrailingTrivia(LineEnded(trailing, lineEnd));
        var first = StandsAlone(statement) && !BeginsLine(statement) ? ended.WithLeadingTrivia(statement.GetLeadingTrivia().Insert(0, indentation)) : ended;
        return Replace(root, statement, [first, .. placed]);
    }

    /// <summary>How lines end in the file of <paramref name="root"/>.</summary>
    public static SyntaxTrivia EndOfLineIn(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is var found && found.RawKind != 0 ? found : SyntaxFactory.LineFeed;

    /// <summary>What the line of <paramref name="node"/> begins with.</summary>
    public static SyntaxTrivia IndentationOfLine(SyntaxNode node) => SyntaxFactory.Whitespace(new string([.. LineOf(node).ToString().TakeWhile(char.IsWhiteSpace)]));

    /// <summary>Takes <paramref name="statement"/> away and leaves its comments.</summary>
    public static SyntaxNode? Remove(SyntaxNode root, StatementSyntax statement) =>
        CommentedRemoval.Remove(root, statement.Parent is GlobalStatementSyntax global ? global : statement);

    private static SyntaxNode Replace(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] statements) =>
        statement.Parent is GlobalStatementSyntax global ? root.ReplaceNode(global, statements.Select(one => global.WithStatement(one)))
        : StandsAlone(statement) ? ReplaceByBlock(root, statement, statements)
        : root.ReplaceNode(statement, statements);

    /// <summary>Whether <paramref name="statement"/> is the body of another one, without braces.</summary>
    private static bool StandsAlone(StatementSyntax statement) => statement.Parent is not (GlobalStatementSyntax or BlockSyntax or SwitchSectionSyntax);

    // The braces stand on lines of their own, and so does what stood beside the statement.
    private static SyntaxNode ReplaceByBlock(SyntaxNode root, StatementSyntax statement, StatementSyntax[] statements)
    {
        var lineEnd = EndOfLine(root, statement);
        var outer = IndentationOfLine(statement.Parent!);
        var last = statements[statements.Length - 1];
        statements[statements.Length - 1] = HasLineEnd(last.GetTrailingTrivia()) ? last : last.WithTrailingTrivia(LineEnded(last.GetTrailingTrivia(), lineEnd));
        var block = SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxFactory.TriviaList(outer), SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(lineEnd)),
            SyntaxFactory.List(statements),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(outer), SyntaxKind.CloseBraceToken, SyntaxFactory.TriviaList(lineEnd)));
        var previous = statement.GetFirstToken().GetPreviousToken();
        var next = statement.GetLastToken().GetNextToken(includeZeroWidth: true);
        var isBesideNext = !HasLineEnd(statement.GetTrailingTrivia()) && !next.IsKind(SyntaxKind.EndOfFileToken);
        return root.ReplaceSyntax(
            [statement], (_, _) => block,
            isBesideNext ? [previous, next] : [previous], (token, _) => token == previous
                ? HasLineEnd(token.TrailingTrivia) ? token : token.WithTrailingTrivia(LineEnded(token.TrailingTrivia, lineEnd))
                : token.WithLeadingTrivia(token.LeadingTrivia.Insert(0, outer)),
            [], (trivia, _) => trivia);
    }

    /// <summary>What a line begins with that holds a statement beside <paramref name="statement"/>.</summary>
    private static SyntaxTrivia Indentation(StatementSyntax statement)
    {
        var indentation = IndentationOfLine(statement).ToString();
        var isBesideParent = !BeginsLine(statement) && statement.Parent is not GlobalStatementSyntax
            && LineOf(statement.Parent!).Start == LineOf(statement).Start;
        return SyntaxFactory.Whitespace(isBesideParent ? indentation + (indentation.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ") : indentation);
    }

    private static bool BeginsLine(SyntaxNode node) => LineOf(node) is var line && line.ToString().Take(node.SpanStart - line.Start).All(char.IsWhiteSpace);

    private static TextLine LineOf(SyntaxNode node) => node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);

    private static bool HasLineEnd(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    private static IEnumerable<SyntaxTrivia> LineEnded(SyntaxTriviaList trivia, SyntaxTrivia lineEnd) => trivia.Reverse().SkipWhile(IsSpace).Reverse().Append(lineEnd);

    private static bool IsSpace(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia);

    private static SyntaxTrivia EndOfLine(SyntaxNode root, StatementSyntax statement) =>
        statement.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is var found && found.RawKind != 0 ? found : EndOfLineIn(root);
}
