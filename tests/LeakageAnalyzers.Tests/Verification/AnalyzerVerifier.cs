using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>
/// Runs the analyzer over a program whose expected findings stand in its text as <c>{|LEAK102:Fit(data)|}</c>. Remarks, which nearly every program gets, are asked for by name.
/// </summary>
internal static class AnalyzerVerifier
{
    /// <summary>Expects exactly the marked findings; the program has to compile.</summary>
    public static Task VerifyAsync(string program, params string[] otherFiles) =>
        RunAsync(program, otherFiles, CompilerDiagnostics.Errors);

    /// <summary>Expects exactly the marked findings of a program that need not compile.</summary>
    public static Task VerifyHalfTypedAsync(string program) => RunAsync(program, [], CompilerDiagnostics.None);

    /// <summary>Expects exactly the marked findings under the options of an .editorconfig file beside the program, and one LEAK900 for each of <paramref name="malformed"/>.</summary>
    public static Task VerifyWithOptionsAsync(string program, string editorConfig, params string[] malformed)
    {
        var test = TestOf(program, [], CompilerDiagnostics.Errors);
        test.TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", "root = true\n\n[*.cs]\n" + editorConfig));
        test.TestState.ExpectedDiagnostics.AddRange(malformed.Select(message => new DiagnosticResult("LEAK900", DiagnosticSeverity.Warning).WithMessage(message)));
        return test.RunAsync();
    }

    /// <summary>Expects exactly the marked findings of one rule, whatever the others say; the program has to compile.</summary>
    public static Task VerifyOnlyAsync(string rule, string program, params string[] otherFiles) => TestOf(program, otherFiles, CompilerDiagnostics.Errors, rule).RunAsync();

    private static Task RunAsync(string program, string[] otherFiles, CompilerDiagnostics compilerDiagnostics) =>
        TestOf(program, otherFiles, compilerDiagnostics).RunAsync();

    private static Test TestOf(string program, string[] otherFiles, CompilerDiagnostics compilerDiagnostics, string? only = null)
    {
        var test = new Test(only) { CompilerDiagnostics = compilerDiagnostics };
        test.TestState.Sources.Add(("/0/Program.cs", program));
        test.TestState.Sources.Add(("/0/" + SharedSource.FileName, SharedSource.Text));
        for (var i = 0; i < otherFiles.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Other{i}.cs", otherFiles[i]));
        }

        return test;
    }

    private sealed class Test : CSharpAnalyzerTest<LeakageAnalyzer, DefaultVerifier>
    {
        private readonly string? _only;

        public Test(string? only)
        {
            _only = only;
            ReferenceAssemblies = MlNetReferences.None;
            TestState.AdditionalReferences.AddRange(MlNetReferences.All);
            TestState.OutputKind = OutputKind.ConsoleApplication;
        }

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Disable)
                .WithSpecificDiagnosticOptions(Remarks.SeveritiesFor(_only));
    }
}
