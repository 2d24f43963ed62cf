using LeakageAnalyzers.CodeFixes.Partition;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Repairing all findings of a document, of a project and of a solution at once.</summary>
public sealed class FixAllScopesTests
{
    [Theory]
    [InlineData(FixAllScope.Document, "First/A.cs")]
    [InlineData(FixAllScope.Project, "First/A.cs First/B.cs")]
    [InlineData(FixAllScope.Solution, "First/A.cs First/B.cs Second/A.cs Second/B.cs")]
    public async Task Repairs_every_document_of_the_scope_and_no_other(FixAllScope scope, string repaired)
    {
        using var workspace = new AdhocWorkspace();
        var first = AddProject(workspace, "First");
        AddProject(workspace, "Second");
        var fix = new PassSamplingKeyFix();
        var document = workspace.CurrentSolution.GetProject(first)!.Documents.Single(document => document.Name == "A.cs");
        var context = new FixAllContext(document, fix, scope, "LEAK202", ["LEAK202"], new Provider(), CancellationToken.None);

        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(CancellationToken.None);

        var after = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var texts = await Task.WhenAll(after.Projects.SelectMany(project => project.Documents).Where(document => document.Name != SharedSource.FileName)
            .Select(async document => (Name: $"{document.Project.Name}/{document.Name}", Text: (await document.GetTextAsync()).ToString())));
        Assert.Equal(4, texts.Length);
        Assert.Equal(repaired.Split(' '), texts.Where(file => file.Text == Study(file.Name[^4], ", samplingKeyColumnName: nameof(Visit.PatientId)")).Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(texts.Where(file => !repaired.Contains(file.Name, StringComparison.Ordinal)), file => Assert.Equal(Study(file.Name[^4], ""), file.Text));
    }

    private static string Study(char name, string key) => $$"""
        public static class Study{{name}}
        {
            public static void Run(MLContext ml)
            {
                var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var split = ml.Data.TrainTestSplit(visits{{key}});
                var folds = ml.Data.CrossValidationSplit(visits, 4{{key}}); // two in a document
            }
        }
        """;

    private static ProjectId AddProject(AdhocWorkspace workspace, string name)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: MlNetReferences.All));
        foreach (var (file, text) in new[] { (SharedSource.FileName, SharedSource.Text), ("A.cs", Study('A', "")), ("B.cs", Study('B', "")) })
        {
            workspace.AddDocument(DocumentInfo.Create(
                DocumentId.CreateNewId(project.Id), file, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default)), filePath: $"/{name}/{file}"));
        }

        return project.Id;
    }

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => FindingsAsync(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await FindingsAsync(document.Project, cancellationToken)).Where(finding => finding.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        private static async Task<IEnumerable<Diagnostic>> FindingsAsync(Project project, CancellationToken cancellation)
        {
            var compilation = await project.GetCompilationAsync(cancellation);
            return (await compilation!.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation)).Where(finding => finding.Id == "LEAK202");
        }
    }
}
