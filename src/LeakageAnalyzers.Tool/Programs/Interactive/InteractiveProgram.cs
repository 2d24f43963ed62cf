using LeakageAnalyzers.Tool.Programs.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>
/// Cells run one after the other, as one program: statements and declarations may alternate, the last value of a cell needs no semicolon, names may be declared anew.
/// It is compiled as two texts, the statements and the types, each with everything else blanked out.
/// </summary>
internal sealed class InteractiveProgram
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly string _path;
    private readonly IReadOnlyList<CodeCell> _cells;
    private readonly SourceText _original;
    private readonly List<TextSpan> _spans = [];
    private readonly CompilationUnitSyntax _root;
    private readonly EditedText _code;

    /// <summary>Reads the cells of <paramref name="path"/>, in their order.</summary>
    public InteractiveProgram(string path, IReadOnlyList<CodeCell> cells)
    {
        (_path, _cells) = (path, cells);
        var joined = new System.Text.StringBuilder();
        foreach (var cell in cells)
        {
            // What the analyzer says of another cell names it so.
            joined.Append(System.Globalization.CultureInfo.InvariantCulture, $"#line 1 \"cell {cell.Number}\"\n");
            _spans.Add(new TextSpan(joined.Length, cell.Text.Length));
            joined.Append(cell.Text).Append('\n');
        }

        var code = new EditedText(joined.ToString());
        _original = code.Text;
        code = code.Without(_spans.SelectMany(span => Magics.SpansIn(SourceText.From(_original.ToString(span))).Select(magic => new TextSpan(span.Start + magic.Start, magic.Length))));
        var usings = _spans.SelectMany(span => Parse(SourceText.From(code.Text.ToString(span))).Usings.Select(directive => (directive, new TextSpan(span.Start + directive.SpanStart, directive.Span.Length)))).ToList();
        Usings = [.. usings.Select(used => used.directive.ToString()["using".Length..].Trim(' ', ';'))];

        // Each cell may have its own, which no program has below its first statement.
        code = code.Without(usings.Select(used => used.Item2));
        code = code.With(MissingSemicolons(code.Text));
        code = code.With(Redeclarations.In(Parse(code.Text)));
        _code = code;
        _root = Parse(code.Text);
    }

    /// <summary>Namespaces that the cells use, as they are written behind <c>using</c>.</summary>
    public IReadOnlyList<string> Usings { get; }

    /// <summary>The packages that the cells ask for, with where.</summary>
    public IEnumerable<(CodePlace Place, PackageRequest Package)> Packages => Directives(Magics.PackagesIn);

    /// <summary>Other files that the cells bring in, with where.</summary>
    public IEnumerable<(CodePlace Place, string Path)> Imports => Directives(Magics.ImportsIn);

    /// <summary>The statements and the types.</summary>
    public IReadOnlyList<SourceFile> ToFiles()
    {
        var types = _root.Members.Where(IsType).ToList();
        var statements = _root.Members.Where(member => !IsType(member)).ToList();

        // A comment stays with what follows it.
        var files = new List<SourceFile>();
        if (statements.Count > 0)
        {
            files.Add(new CellsFile(_path, "statements", _code.Without(types.Select(type => type.Span)).With(statements.SelectMany(AsStatement)), this));
        }

        if (types.Count > 0)
        {
            files.Add(new CellsFile(_path, "types", _code.Without(statements.Select(statement => statement.Span)), this));
        }

        return files;
    }

    /// <summary>Where the reader finds <paramref name="span"/> of the joined cells.</summary>
    public CodePlace PlaceOf(TextSpan span)
    {
        var index = Math.Max(0, _spans.FindLastIndex(cell => cell.Start <= span.Start));
        var (cell, text) = (_cells[index], SourceText.From(_cells[index].Text));
        var start = Math.Min(span.Start - _spans[index].Start, text.Length);
        var (from, to) = (text.Lines.GetLinePosition(start), text.Lines.GetLinePosition(Math.Clamp(span.End - _spans[index].Start, start, text.Length)));
        return new CodePlace(_path, from.Line + 1, from.Character + 1, to.Line + 1, to.Character + 1)
        {
            Cell = cell.Number,
            FileLine = cell.FileLines.Count == 0 ? 1 : cell.FileLines[Math.Min(from.Line, cell.FileLines.Count - 1)],
            Code = text.Lines[from.Line].ToString(),
        };
    }

    /// <summary>The texts of the cells, by number, that differ after <paramref name="changes"/> to the compiled text <paramref name="file"/>; null where a change is not within one cell.</summary>
    public IReadOnlyDictionary<int, string>? Apply(CellsFile file, IEnumerable<TextChange> changes)
    {
        var byCell = new Dictionary<int, List<TextChange>>();
        foreach (var change in changes)
        {
            var span = file.Code.ToOriginal(change.Span);


            // What is put before everything goes into the first cell; a cell ends without the line break that joins it to the next.
            var index = span.Start < _spans[0].Start && span.IsEmpty ? 0 : _spans.FindIndex(cell => cell.Start <= span.Start && span.End <= cell.End + 1);
            if (index < 0)
            {
                return null;
            }

            span = TextSpan.FromBounds(Math.Clamp(span.Start, _spans[index].Start, _spans[index].End), Math.Clamp(span.End, _spans[index].Start, _spans[index].End));
            var inCell = new TextSpan(span.Start - _spans[index].Start, span.Length);
            if (!byCell.TryGetValue(index, out var list))
            {
                byCell[index] = list = [];
            }

            list.Add(new TextChange(inCell, Redeclarations.Undo(change.NewText ?? "")));
        }

        return byCell.ToDictionary(cell => _cells[cell.Key].Number, cell => Changed(_cells[cell.Key].Text, cell.Value));
    }

    // Where the last line goes, the line break before it goes too.
    private static string Changed(string text, List<TextChange> changes)
    {
        var changed = SourceText.From(text).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString();
        return changed.EndsWith('\n') && !text.EndsWith('\n') ? changed[..^1] : changed;
    }

    private static CompilationUnitSyntax Parse(SourceText text) => CSharpSyntaxTree.ParseText(text, Script).GetCompilationUnitRoot();

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax;

    private IEnumerable<(CodePlace Place, T What)> Directives<T>(Func<SourceText, IEnumerable<(int Line, T What)>> directives) =>
        from index in Enumerable.Range(0, _cells.Count)
        let text = SourceText.From(_cells[index].Text)
        from directive in directives(text)
        select (PlaceOf(new TextSpan(_spans[index].Start + text.Lines[directive.Line - 1].Start, 0)), directive.What);

    // The value of a cell is shown; the next cell is not its continuation.
    private IEnumerable<TextChange> MissingSemicolons(SourceText text) =>
        from span in _spans
        let last = Parse(SourceText.From(text.ToString(span))).Members.LastOrDefault()
        where last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } }
        select new TextChange(new TextSpan(span.Start + last.Span.End, 0), ";");

    private static IEnumerable<TextChange> AsStatement(MemberDeclarationSyntax member) => member switch
    {
        // C# has no statement that is only a value.
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: not (InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax) } shown } =>
            [new TextChange(new TextSpan(shown.SpanStart, 0), "_ = ")],
        FieldDeclarationSyntax or MethodDeclarationSyntax => member.Modifiers
            .Where(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword
                || (member is FieldDeclarationSyntax && modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword))
            .Select(modifier => new TextChange(modifier.Span, new string(' ', modifier.Span.Length))),
        _ => [],
    };
}
