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
        var compilation = CompilationOf(program, references, cancellation);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new LeakageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        return [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary><paramref name="program"/> with what it may use; its tree is the first.</summary>
    public static CSharpCompilation CompilationOf(string program) => CompilationOf(program, MlNetReferences.All, CancellationToken.None);

    private static CSharpCompilation CompilationOf(string program, ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        var trees = new[] { (program, "Program.cs"), (SharedSource.Text, SharedSource.FileName) }
            .Select(file => CSharpSyntaxTree.ParseText(file.Item1, path: file.Item2, cancellationToken: cancellation));
        return CSharpCompilation.Create("Program", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
    }
}
