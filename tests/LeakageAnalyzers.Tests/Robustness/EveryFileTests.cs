using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>
/// Neither the analyzer nor a fix crashes or hangs on any C# file within reach, whole and mutated. The usual run takes a sample; <c>LEAKAGE_FUZZ=all dotnet test --filter EveryFileTests</c>
/// takes every file with 20 mutations of each, and 1,000 re-analyses of one workspace.
/// </summary>
public sealed class EveryFileTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly IReadOnlyList<CodeFixProvider> Fixes =
    [
        .. typeof(LeakageCodeFix).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task No_file_whole_or_mutated_crashes_the_analyzer_or_a_fix()
    {
        var random = new Random(20261124);
        var mutations = SourceFiles.AreAllWanted ? 20 : 2;
        Assert.NotEmpty(SourceFiles.Paths);
        Assert.NotEmpty(Fixes);
        foreach (var path in SourceFiles.Paths)
        {
            var text = await File.ReadAllTextAsync(path);
            await TryAsync(path, text);
            for (var i = 0; i < mutations; i++)
            {
                await TryAsync(path, SourceFiles.Mutate(text, random));
            }
        }
    }

    [Fact]
    public async Task Memory_stays_flat_over_re_analyses_of_one_workspace()
    {
        const int WarmUp = 20;
        var rounds = SourceFiles.AreAllWanted ? 1000 : 60;
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, Program(0));
        var atStart = 0L;
        for (var round = 1; round <= WarmUp + rounds; round++)
        {
            document = document.WithText(SourceText.From(Program(round)));
            Assert.Equal(["LEAK102", "LEAK202"], (await FindingsAsync(document)).Select(finding => finding.Id).Where(id => id is "LEAK102" or "LEAK202").Order());
            if (round == WarmUp)
            {
                atStart = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - atStart, long.MinValue, 32 * 1024 * 1024);
    }

    private static async Task TryAsync(string path, string text)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            using var workspace = new AdhocWorkspace();
            var document = Document(workspace, text);
            foreach (var finding in (await FindingsAsync(document, limit.Token)).Where(finding => finding.Location.IsInSource))
            {
                foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
                {
                    var actions = new List<CodeAction>();
                    await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), limit.Token));
                    foreach (var action in actions)
                    {
                        await action.GetOperationsAsync(limit.Token);
                    }
                }
            }
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{path} failed as the text below.\n{text}", failure);
        }
    }

    private static Document Document(AdhocWorkspace workspace, string text) => workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
            metadataReferences: MlNetReferences.All))
        .AddDocument(SharedSource.FileName, SourceText.From(SharedSource.Text), filePath: SharedSource.FileName).Project
        .AddDocument("Program.cs", SourceText.From(text), filePath: "Program.cs");

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Document document, CancellationToken cancellation = default)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var compilation = await document.Project.GetCompilationAsync(cancellation);
        var findings = await compilation!.WithAnalyzers([new LeakageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        return findings;
    }

    private static string Program(int round) => $"""
        var ml = new MLContext(seed: {round});
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """;
}
