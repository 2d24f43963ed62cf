using System.Collections.Immutable;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Interpreter.Typing;

/// <summary>An editor: one analyzer for all versions of a program, each of which is the one before with a piece of text changed.</summary>
internal sealed class Editor(CSharpCompilation program)
{
    private readonly LeakageAnalyzer _analyzer = new();

    /// <summary>The newest version.</summary>
    public CSharpCompilation Program { get; private set; } = program;

    /// <summary>An editor of <paramref name="program"/>, the first file, and others.</summary>
    public static Editor Of(string program, params string[] otherFiles) => new(Analysis.CompilationOf(program, otherFiles));

    /// <summary>Puts <paramref name="after"/> for the first <paramref name="before"/> of the first file, which has to be there.</summary>
    public void Type(string before, string after)
    {
        var at = Program.SyntaxTrees[0].ToString().IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{before}' is not in the program.");
        Type(Program.SyntaxTrees[0], new TextChange(new TextSpan(at, before.Length), after));
    }

    /// <summary>Changes a piece of <paramref name="file"/>.</summary>
    public void Type(SyntaxTree file, TextChange change) => Program = Program.ReplaceSyntaxTree(file, file.WithChangedText(file.GetText().WithChanges(change)));

    /// <summary>What the editor shows of the newest version: findings with all that they carry.</summary>
    public Task<IReadOnlyList<string>> ShownAsync() => FindingsAsync(_analyzer);

    /// <summary>What an analyzer says that has seen no other version.</summary>
    public Task<IReadOnlyList<string>> FreshAsync() => FindingsAsync(new LeakageAnalyzer());

    private async Task<IReadOnlyList<string>> FindingsAsync(DiagnosticAnalyzer analyzer)
    {
        var findings = await Program.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Select(Text).Order(StringComparer.Ordinal)];
    }

    private static string Text(Diagnostic finding) => string.Join(
        " | ",
        new[] { finding.ToString() }.Concat(new[] { finding.Location }.Concat(finding.AdditionalLocations).Select(place => $"{place.GetLineSpan()} '{place.SourceTree?.GetText().ToString(place.SourceSpan)}'"))
            .Concat(finding.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}")));
}
