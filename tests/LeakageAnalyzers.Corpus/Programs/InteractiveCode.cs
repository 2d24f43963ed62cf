using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>Snippets run one after the other, as one program: statements and declarations may alternate, the last value of a snippet needs no semicolon.</summary>
internal sealed class InteractiveCode
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly List<string> _lines = [];

    /// <summary>Puts <paramref name="text"/> on <paramref name="line"/> (from 0), or behind what is there already.</summary>
    public void Add(int line, string text)
    {
        while (_lines.Count < line)
        {
            _lines.Add("");
        }

        _lines.AddRange(text.Split('\n').Select(part => IsMagic(part) ? "" : part.TrimEnd('\r')));
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

    private string Text => string.Join('\n', _lines);

    private static bool IsMagic(string line) => line.TrimStart() is ['#', 'r' or '!' or 'i' or 'l', ..] and not ['#', 'i', 'f', ..] || line.TrimStart().StartsWith('%');

    // Everything else becomes blanks, so that positions stay.
    private string Keep(IEnumerable<MemberDeclarationSyntax> members)
    {
        var text = SourceText.From(Text);
        var kept = new StringBuilder(new string([.. Text.Select(character => character == '\n' ? '\n' : ' ')]));
        foreach (var span in members.Select(member => member.Span))
        {
            kept.Remove(span.Start, span.Length).Insert(span.Start, text.ToString(span));
        }

        return SourceText.From(kept.ToString()).WithChanges(members.SelectMany(AsStatement).OrderBy(change => change.Span.Start)).ToString();
    }

    private static IEnumerable<TextChange> AsStatement(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } shown } => Discard(shown.Expression),
        FieldDeclarationSyntax or MethodDeclarationSyntax => member.Modifiers
            .Where(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword
                || (member is FieldDeclarationSyntax && modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword))
            .Select(modifier => new TextChange(modifier.Span, new string(' ', modifier.Span.Length))),
        _ => [],
    };

    private static IEnumerable<TextChange> Discard(ExpressionSyntax shown)
    {
        if (shown is not (InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax))
        {
            yield return new TextChange(new TextSpan(shown.SpanStart, 0), "_ = ");
        }

        yield return new TextChange(new TextSpan(shown.Span.End, 0), ";");
    }
}
