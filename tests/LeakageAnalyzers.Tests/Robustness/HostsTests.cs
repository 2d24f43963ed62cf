using System.Collections.Immutable;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>
/// Compilers ask about a whole compilation, editors about a file or a part of it, again and again and several at a time. Each gets the findings of what it asks about, once: bodies wait for the end of their
/// file, which comes once for each who asks.
/// </summary>
public sealed class HostsTests
{
    private const string Program = """
        static class Study
        {
            static void Scaled()
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var scaled = ml.Transforms.NormalizeMeanVariance("Age").Fit(data).Transform(data);
                var split = ml.Data.TrainTestSplit(scaled, samplingKeyColumnName: "PatientId");
                var model = ml.BinaryClassification.Trainers.FastTree(featureColumnName: "Age").Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
            }

            static void Nothing() => Console.WriteLine("nothing");

            static void Trained()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), samplingKeyColumnName: "PatientId");
                var model = ml.BinaryClassification.Trainers.FastTree(featureColumnName: "Age").Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)).Accuracy);
            }

            static void Main()
            {
            }
        }
        """;

    private static readonly string[] All = ["LEAK102", "LEAK201"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_compiler_gets_each_finding_once(bool isConcurrent)
    {
        var (analysis, _) = Begin(isConcurrent);

        Assert.Equal(All, Ids(await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task An_editor_gets_each_finding_of_a_file_once_however_often_it_asks()
    {
        var (analysis, model) = Begin();

        Assert.Equal(All, Ids(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)));
        Assert.Equal(All, Ids(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)));
        Assert.Equal(All, Ids((await analysis.GetAnalysisResultAsync(model, filterSpan: null, CancellationToken.None)).GetAllDiagnostics()));
        Assert.Equal(All, Ids(await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task An_editor_gets_the_findings_of_a_method_and_then_those_of_another_and_of_all()
    {
        var (analysis, model) = Begin();

        Assert.Equal(["LEAK102"], Ids(await In("Scaled", analysis, model)));
        Assert.Equal(["LEAK201"], Ids(await In("Trained", analysis, model)));
        Assert.Empty(await In("Nothing", analysis, model));
        Assert.Equal(["LEAK102"], Ids(await In("Scaled", analysis, model)));
        Assert.Equal(All, Ids(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)));
        Assert.Equal(["LEAK201"], Ids(await In("Trained", analysis, model)));
    }

    [Fact]
    public async Task Who_asks_again_after_giving_up_gets_each_finding_once()
    {
        var (analysis, model) = Begin();
        foreach (var patience in Enumerable.Range(0, 20))
        {
            using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(patience));
            try
            {
                Assert.Equal(All, Ids(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, impatient.Token)));
            }
            catch (OperationCanceledException)
            {
                // Given up.
            }
        }

        Assert.Equal(All, Ids(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)));
    }

    [Fact]
    public async Task Several_that_ask_at_once_all_get_what_they_ask_about()
    {
        var (analysis, model) = Begin(isConcurrent: true);

        var asked = Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0 ? analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None) : In(i % 4 == 1 ? "Scaled" : "Trained", analysis, model)));
        var answers = await Task.WhenAll(asked);

        // The host puts together what several runs report on one file, and may have it twice.
        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 2 == 0 ? All : [answer.Index % 4 == 1 ? "LEAK102" : "LEAK201"], Ids(answer.Item).Distinct()));
    }

    private static (CompilationWithAnalyzers Analysis, SemanticModel Model) Begin(bool isConcurrent = false)
    {
        var compilation = Analysis.CompilationOf(Program);
        var analysis = compilation.WithAnalyzers([new LeakageAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), isConcurrent, logAnalyzerExecutionTime: false));
        return (analysis, analysis.Compilation.GetSemanticModel(analysis.Compilation.SyntaxTrees.First()));
    }

    // The host remembers what it was told of other parts of the file, and an editor looks at the part it asked about.
    private static async Task<ImmutableArray<Diagnostic>> In(string method, CompilationWithAnalyzers analysis, SemanticModel model)
    {
        var body = model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(declared => declared.Identifier.ValueText == method);
        var findings = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, body.Span, CancellationToken.None);
        return [.. findings.Where(finding => body.Span.Contains(finding.Location.SourceSpan))];
    }

    // Remarks come with nearly every program.
    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> findings) => findings.Select(finding => finding.Id).Where(id => string.CompareOrdinal(id, "LEAK5") < 0).Order();
}
