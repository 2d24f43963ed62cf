using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Snippets run one after the other, as one program: statements and declarations may alternate, the last value of a snippet needs no semicolon.</summary>
internal sealed class InteractiveCode
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly List<string> _lines = [];

    /// <summary>Adds a snippet: its lines of text, each with its number (from 0) in the file. Lines that are taken already push theirs down.</summary>
    public void Add(IEnumerable<(int Number, string Text)> snippet)
    {
        var start = _lines.Count;
        foreach (var (number, text) in snippet)
        {
            while (_lines.Count < number)
            {
                _lines.Add("");
            }

            _lines.AddRange(text.Split('\n').Select(line => IsMagic(line) ? "" : line.TrimEnd('\r')));
        }

        // The value of a snippet is shown; the next snippet is not its continuation.
        var last = CSharpSyntaxTree.ParseText(string.Join('\n', _lines.Skip(start)), Script).GetCompilationUnitRoot().Members.LastOrDefault();
        if (last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } })
        {
            _lines.Add(";");
        }
    }

    /// <summary>Namespaces that the snippets use, as they are written behind <c>using</c>.</summary>
    public IReadOnlyList<string> Usings => [.. Root.Usings.Select(directive => directive.ToString()["using".Length..].Trim(' ', ';'))];

    /// <summary>The statements and the types, each a file whose lines are those of <paramref name="path"/>.</summary>
    public IReadOnlyList<SourceFile> ToFiles(string path)
    {
        var (types, statements) = (new List<MemberDeclarationSyntax>(), new List<MemberDeclarationSyntax>());
        foreach (var member in Root.Members)
        {
            (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax ? types : statements).Add(member);
        }

        return [.. new[] { statements, types }.Where(members => members.Count > 0).Select(members => new SourceFile(path, Keep(members)))];
    }

    private CompilationUnitSyntax Root => CSharpSyntaxTree.ParseText(Text, Script).GetCompilationUnitRoot();

    private string Text => Redeclarations.Rename(string.Join('\n', _lines), Script);

    private static bool IsMagic(string line) => line.TrimStart() is ['#', 'r' or '!' or 'i' or 'l', ..] and not ['#', 'i', 'f', ..] || line.TrimStart().StartsWith('%');

    // Everything else becomes blanks, so that positions stay.
    private string Keep(IEnumerable<MemberDeclarationSyntax> members)
    {
        var text = SourceText.From(Text);
        var kept = new StringBuilder(new string([.. text.ToString().Select(character => character == '\n' ? '\n' : ' ')]));
        foreach (var span in members.Select(member => member.Span))
        {
            kept.Remove(span.Start, span.Length).Insert(span.Start, text.ToString(span));
        }

        return SourceText.From(kept.ToString()).WithChanges(members.SelectMany(AsStatement).OrderBy(change => change.Span.Start)).ToString();
    }

    private static IEnumerable<TextChange> AsStatement(MemberDeclarationSyntax member) => member switch
    {
        // C# has no statement that is only a value.
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InterpolatedStringExpressionSyntax or LiteralExpressionSyntax } shown } =>
            [new TextChange(new TextSpan(shown.SpanStart, 0), "_ = ")],
        FieldDeclarationSyntax or MethodDeclarationSyntax => member.Modifiers
            .Where(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword
                || (member is FieldDeclarationSyntax && modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword))
            .Select(modifier => new TextChange(modifier.Span, new string(' ', modifier.Span.Length))),
        _ => [],
    };
}
