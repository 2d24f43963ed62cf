using LeakageAnalyzers.Corpus.Fuzzing;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>
/// Neither the analyzer nor a fix crashes or hangs on the samples, whole and changed at random places. That is a sample of what
/// <c>dotnet run --project tests/LeakageAnalyzers.Corpus -- fuzz FOLDER</c> tries on every file of a folder.
/// </summary>
public sealed class EveryFileTests
{
    private const int Variants = 16;

    // Far beyond what any of them needs, on the slowest machine.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_sample_whole_or_changed_crashes_the_analyzer_or_a_fix()
    {
        var random = new Random(20261128);
        var samples = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Samples", "Samples", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: MlNetReferences.All));
        project = Trial.WithAllRules(project).AddDocument(SharedSource.FileName, SourceText.From(SharedSource.Text), filePath: SharedSource.FileName).Project;
        var shared = await project.GetCompilationAsync();
        var findings = 0;
        foreach (var path in Enumerable.Range(0, Variants).Select(_ => samples[random.Next(samples.Count)]))
        {
            var text = TextMutation.Apply(await File.ReadAllTextAsync(path), random);
            using var limit = new CancellationTokenSource(Longest);
            var outcome = await Trial.RunAsync(project.AddDocument(Path.GetFileName(path), SourceText.From(text), filePath: path), limit.Token);
            Assert.True(outcome.Failures.Count == 0, $"{path} failed as the text below. {string.Join("\n", outcome.Failures)}\n{text}");
            findings += outcome.Findings;
        }

        Assert.NotEqual(0, findings);
        GC.KeepAlive(shared);
    }
}
