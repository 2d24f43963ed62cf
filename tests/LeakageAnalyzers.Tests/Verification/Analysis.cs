using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>Runs the analyzer over a text, whether it compiles or not.</summary>
internal static class Analysis
{
    /// <summary>The findings in <paramref name="program"/>, in the order of the source. An exception in the analyzer is one here.</summary>
    public static Task<IReadOnlyList<Diagnostic>> OfAsync(string program, CancellationToken cancellation = default) => OfAsync(program, MlNetReferences.All, cancellation);

    /// <summary>The same for a program that references <paramref name="references"/>.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(string program, ImmutableArray<MetadataReference> references, CancellationToken cancellation = default)
    {
        var compilation = Compile([(program, "Program.cs")], references, cancellation);
        return await OfAsync(compilation, cancellation);
    }

    /// <summary>The findings in a program of several files, which has to compile.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfCompilingAsync(IEnumerable<(string Text, string Path)> files)
    {
        var compilation = Compile(files, MlNetReferences.All, CancellationToken.None);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await OfAsync(compilation, CancellationToken.None);
    }

    private static CSharpCompilation Compile(IEnumerable<(string Text, string Path)> files, ImmutableArray<MetadataReference> references, CancellationToken cancellation) => CSharpCompilation.Create(
        "Program",
        files.Append((Text: SharedSource.Text, Path: SharedSource.FileName)).Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path, cancellationToken: cancellation)),
        references,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication));

    private static async Task<IReadOnlyList<Diagnostic>> OfAsync(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new LeakageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        return [.. findings.OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary><paramref name="program"/> with its other files and what it may use; its tree is the first.</summary>
    public static CSharpCompilation CompilationOf(string program, params string[] otherFiles) =>
        Compile([(program, "Program.cs"), .. otherFiles.Select((file, i) => (file, $"Other{i}.cs"))], MlNetReferences.All, CancellationToken.None);
}
