using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Corpus.Fuzzing;

/// <summary>What happens to a text while somebody types in it, or worse.</summary>
internal static class TextMutation
{
    private const int LongestPiece = 80;
    private const string Signs = "(){}[];<>,.\"=?:@$!*&|";

    private static readonly Func<string, Random, string>[] OfText =
    [
        (text, random) => text[..random.Next(text.Length)],
        (text, random) => text[random.Next(text.Length)..],
        (text, random) => Piece(text, random) is var (start, length) ? text.Remove(start, length) : text,
        (text, random) => Piece(text, random) is var (start, length) ? text.Insert(start, text.Substring(start, length)) : text,
        (text, random) => Piece(text, random) is var (start, length) ? text.Remove(start, length).Insert(random.Next(text.Length - length + 1), text.Substring(start, length)) : text,
        (text, random) => random.Next(text.Length) is var at ? text.Remove(at, 1).Insert(at, Signs[random.Next(Signs.Length)].ToString()) : text,
        (text, random) => Lines(text, random, (lines, at) => lines.Insert(at, lines[at])),
        (text, random) => Lines(text, random, (lines, at) => lines.RemoveAt(at)),
        (text, random) => Lines(text, random, (lines, at) => (lines[at], lines[^1]) = (lines[^1], lines[at])),
    ];

    private static readonly Func<SyntaxToken[], Random, string>[] OfTokens =
    [
        (tokens, random) => Write(tokens, random.Next(tokens.Length), _ => ""),
        (tokens, random) => random.Next(tokens.Length) is var other ? Write(tokens, random.Next(tokens.Length), _ => tokens[other].Text) : "",
        (tokens, random) => Swap(tokens, random.Next(tokens.Length), random.Next(tokens.Length)),
        (tokens, random) => random.Next(tokens.Length - 1) is var at ? Swap(tokens, at, at + 1) : "",
        (tokens, random) => WriteOne(tokens, random, token => token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken, _ => ""),
        (tokens, random) => WriteOne(tokens, random, token => token.IsKind(SyntaxKind.IdentifierToken), token => OtherName(tokens, token, random)),
        (tokens, random) => Rename(tokens, random),
        (tokens, random) => WriteOne(tokens, random, token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword, _ => random.Next(2) == 0 ? "null" : "default"),
    ];

    /// <summary>
    /// <paramref name="text"/>, changed at one to three random places: cut off, a piece, line or token lost, doubled or moved, a brace lost, a name used for another or changed wherever it
    /// stands, a constant lost.
    /// </summary>
    public static string Apply(string text, Random random)
    {
        for (var edits = random.Next(4) == 0 ? 3 : 1; edits > 0 && text.Length > 0; edits--)
        {
            text = ApplyOne(text, random);
        }

        return text;
    }

    private static string ApplyOne(string text, Random random)
    {
        var kind = random.Next(OfText.Length + OfTokens.Length);
        var tokens = kind < OfText.Length ? [] : SyntaxFactory.ParseTokens(text).ToArray();
        return tokens.Length < 2 ? OfText[kind % OfText.Length](text, random) : OfTokens[kind - OfText.Length](tokens, random);
    }

    private static (int Start, int Length) Piece(string text, Random random)
    {
        var start = random.Next(text.Length);
        return (start, Math.Min(random.Next(1, LongestPiece), text.Length - start));
    }

    private static string Lines(string text, Random random, Action<List<string>, int> edit)
    {
        var lines = text.Split('\n').ToList();
        edit(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private static string Swap(SyntaxToken[] tokens, int a, int b) =>
        string.Concat(tokens.Select((token, i) => i == a ? Full(token, tokens[b].Text) : i == b ? Full(token, tokens[a].Text) : token.ToFullString()));

    private static string WriteOne(SyntaxToken[] tokens, Random random, Func<SyntaxToken, bool> isWanted, Func<SyntaxToken, string> text)
    {
        var places = Enumerable.Range(0, tokens.Length).Where(i => isWanted(tokens[i])).ToList();
        return Write(tokens, places.Count == 0 ? -1 : places[random.Next(places.Count)], text);
    }

    private static string Rename(SyntaxToken[] tokens, Random random)
    {
        var names = tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToList();
        var old = names.Count == 0 ? "" : names[random.Next(names.Count)].Text;
        var other = names.Count == 0 ? "" : names[random.Next(names.Count)].Text;
        return string.Concat(tokens.Select(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text == old ? Full(token, other) : token.ToFullString()));
    }

    private static string OtherName(SyntaxToken[] tokens, SyntaxToken token, Random random)
    {
        var names = tokens.Where(other => other.IsKind(SyntaxKind.IdentifierToken) && other.Text != token.Text).ToList();
        return names.Count == 0 ? "" : names[random.Next(names.Count)].Text;
    }

    private static string Write(SyntaxToken[] tokens, int at, Func<SyntaxToken, string> text) =>
        string.Concat(tokens.Select((token, i) => i == at ? Full(token, text(token)) : token.ToFullString()));

    private static string Full(SyntaxToken token, string text) => token.LeadingTrivia.ToFullString() + text + token.TrailingTrivia.ToFullString();
}
