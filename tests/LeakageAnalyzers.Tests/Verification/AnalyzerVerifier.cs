using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>Runs the analyzer over a program whose expected findings stand in its text as <c>{|LEAK102:Fit(data)|}</c>.</summary>
internal static class AnalyzerVerifier
{
    /// <summary>Expects exactly the marked findings; the program has to compile.</summary>
    public static Task VerifyAsync(string program, params string[] otherFiles) =>
        RunAsync(program, otherFiles, CompilerDiagnostics.Errors);

    /// <summary>Expects exactly the marked findings of a program that need not compile.</summary>
    public static Task VerifyHalfTypedAsync(string program) => RunAsync(program, [], CompilerDiagnostics.None);

    private static Task RunAsync(string program, string[] otherFiles, CompilerDiagnostics compilerDiagnostics)
    {
        var test = new Test { CompilerDiagnostics = compilerDiagnostics };
        test.TestState.Sources.Add(("Program.cs", program));
        test.TestState.Sources.Add((SharedSource.FileName, SharedSource.Text));
        for (var i = 0; i < otherFiles.Length; i++)
        {
            test.TestState.Sources.Add(($"Other{i}.cs", otherFiles[i]));
        }

        return test.RunAsync();
    }

    private sealed class Test : CSharpAnalyzerTest<LeakageAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = MlNetReferences.None;
            TestState.AdditionalReferences.AddRange(MlNetReferences.All);
            TestState.OutputKind = OutputKind.ConsoleApplication;
        }

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Disable);
    }
}
