using System.Runtime.CompilerServices;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>
/// The analyzer lives as long as the editor and keeps what it found, and of what it has seen the syntax of the last versions, never a compilation: figures over 1,000 keystrokes are printed by
/// <c>dotnet run -c Release --project tests/LeakageAnalyzers.Benchmarks -- figures analyzer-memory</c>.
/// </summary>
public sealed class MemoryTests
{
    private const int Keystrokes = 12;

    private const string Program = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """;

    [Fact]
    public async Task Bodies_that_were_let_go_of_are_bound_anew_for_a_file_that_calls_them_later()
    {
        // More files than are kept; none of their bodies that call ML.NET is called elsewhere, and the one that is calls nothing.
        const int Files = Budget.DoneFiles + 20;
        var files = Enumerable.Range(0, Files).Select(i => (Study(i, "data"), $"Study{i:000}.cs")).Append((Study(Files, "Study0.Same(data)"), "StudyZ.cs")).Append(("static class Program { static void Main() { } }", "Program.cs"));

        var findings = await Analysis.OfCompilingAsync(files);

        Assert.Equal(Files + 1, findings.Count(finding => finding.Id == "LEAK201"));
        Assert.Single(findings, finding => finding.Id == "LEAK201" && finding.Location.SourceTree!.FilePath == "StudyZ.cs");
    }

    private static string Study(int i, string tested) => $$"""
        using System;
        using Microsoft.ML;
        static class Study{{i}}
        {
            public static IDataView Same(IDataView rows) => rows;

            public static void Run()
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var model = ml.BinaryClassification.Trainers.FastTree(featureColumnName: "Age").Fit(data);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform({{tested}})).Accuracy);
            }
        }
        """;

    [Fact]
    public void Compilations_that_were_analysed_do_not_stay_in_memory()
    {
        var analyzer = new LeakageAnalyzer();
        var compilation = Analysis.CompilationOf(Program);
        var old = new List<WeakReference>();
        for (var i = 0; i < Keystrokes; i++)
        {
            (compilation, var previous) = Type(compilation, analyzer, i);
            old.Add(previous);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.KeepAlive(compilation);
        GC.KeepAlive(analyzer);

        // This frame may hold the first, and the compiler's pools what the last analysis read.
        Assert.DoesNotContain(old.Skip(1).SkipLast(2), reference => reference.IsAlive);
    }

    // Its own frame, so that no local holds what the weak reference is about.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (CSharpCompilation Edited, WeakReference Previous) Type(CSharpCompilation compilation, LeakageAnalyzer analyzer, int key)
    {
        var findings = compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.Contains(findings, finding => finding.Id == "LEAK102");
        var tree = compilation.SyntaxTrees[0];
        var edited = CSharpSyntaxTree.ParseText(Program.Replace("seed: 1", $"seed: {key}", StringComparison.Ordinal), path: tree.FilePath);
        return (compilation.ReplaceSyntaxTree(tree, edited), new WeakReference(compilation));
    }
}
