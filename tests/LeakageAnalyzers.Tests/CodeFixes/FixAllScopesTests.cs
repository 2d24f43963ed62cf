using LeakageAnalyzers.CodeFixes.Evaluation;
using LeakageAnalyzers.CodeFixes.Features;
using LeakageAnalyzers.CodeFixes.Partition;
using LeakageAnalyzers.CodeFixes.Preprocessing;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.CodeFixes.Selection;
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
        var first = AddProject(workspace, "First", name => Study(name, ""));
        AddProject(workspace, "Second", name => Study(name, ""));
        var fix = new PassSamplingKeyFix();
        var document = workspace.CurrentSolution.GetProject(first)!.Documents.Single(document => document.Name == "A.cs");
        var context = new FixAllContext(document, fix, scope, "LEAK202", ["LEAK202"], new Provider("LEAK202"), CancellationToken.None);

        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(CancellationToken.None);

        var after = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var texts = await Task.WhenAll(after.Projects.SelectMany(project => project.Documents).Where(document => document.Name != SharedSource.FileName)
            .Select(async document => (Name: $"{document.Project.Name}/{document.Name}", Text: (await document.GetTextAsync()).ToString())));
        Assert.Equal(4, texts.Length);
        Assert.Equal(repaired.Split(' '), texts.Where(file => file.Text == Study(file.Name[^4], ", samplingKeyColumnName: nameof(Visit.PatientId)")).Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(texts.Where(file => !repaired.Contains(file.Name, StringComparison.Ordinal)), file => Assert.Equal(Study(file.Name[^4], ""), file.Text));
    }

    /// <summary>A leak of each repair.</summary>
    public static TheoryData<string, string, string> Leaks { get; } = new()
    {
        { nameof(MoveLearnedStepsIntoPipelineFix), "LEAK102", """
            var rows = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(rows).Transform(rows);
            var results = ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.FastTree());
            """ },
        { nameof(TransformByTrainedStepsFix), "LEAK104", """
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
            var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet);
            var test = scaling.Fit(split.TestSet).Transform(split.TestSet);
            var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.FastTree().Fit(train).Transform(test));
            """ },
        { nameof(EvaluateOnTestPartitionFix), "LEAK201", """
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var scored = model.Transform(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(scored);
            """ },
        { nameof(PassSamplingKeyFix), "LEAK202", "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>(\"visits.csv\"));" },
        { nameof(SplitByGroupsFix), "LEAK203", "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(\"readings.csv\"), samplingKeyColumnName: \"Age\");" },
        { nameof(SplitAlongTimeFix), "LEAK204", "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Day>(\"days.csv\"));" },
        { nameof(GiveSplitAnotherSeedFix), "LEAK205", """
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), 0.2, "PatientId");
            var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.25, "PatientId");
            """ },
        { nameof(DropSamplingKeyFix), "LEAK206", "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(\"readings.csv\"), samplingKeyColumnName: \"Label\");" },
        { nameof(MakeListOfRowsFix), "LEAK207", "var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(new List<Reading>().OrderBy(_ => Guid.NewGuid())));" },
        { nameof(SplitValidationRowsFix), "LEAK301", """
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(features.Transform(split.TrainSet), features.Transform(split.TestSet));
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(features.Transform(split.TestSet)));
            """ },
        { nameof(RemoveFromInputsFix), "LEAK401", """
            var model = ml.Transforms.Concatenate("Features", "Age", "Label").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            """ },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task Every_repair_of_a_leak_repairs_a_solution(string repair, string rule, string leak)
    {
        using var workspace = new AdhocWorkspace();
        var first = AddProject(workspace, "First", name => Leaking(name, leak));
        AddProject(workspace, "Second", name => Leaking(name, leak));
        var fix = Repairs.Single(type => type.Name == repair);
        var documents = workspace.CurrentSolution.GetProject(first)!.Documents.ToList();
        var before = await Task.WhenAll(workspace.CurrentSolution.Projects.Select(project => Provider.FindingsAsync(project, rule, CancellationToken.None)));
        Assert.All(before, findings => Assert.Equal(2, findings.Count()));

        var provider = (LeakageCodeFix)Activator.CreateInstance(fix)!;
        var action = await provider.GetFixAllProvider().GetFixAsync(new FixAllContext(documents[1], provider, FixAllScope.Solution, rule, [rule], new Provider(rule), CancellationToken.None));
        var operations = await action!.GetOperationsAsync(CancellationToken.None);

        var after = await Task.WhenAll(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.Projects.Select(project => Provider.FindingsAsync(project, rule, CancellationToken.None)));
        Assert.All(after, Assert.Empty);
    }

    [Fact]
    public void Every_repair_of_a_leak_is_asked_to() => Assert.Equal(
        Repairs.Where(type => type.Namespace != typeof(CompareModelsFix).Namespace).Select(type => type.Name).Order(StringComparer.Ordinal),
        Leaks.Select(leak => (string)leak[0]).Order(StringComparer.Ordinal));

    private static IEnumerable<Type> Repairs => typeof(LeakageCodeFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LeakageCodeFix)) && !type.IsAbstract);

    private static string Leaking(char name, string leak) => $$"""
        public static class Study{{name}}
        {
            public static void Run(MLContext ml)
            {
                {{leak}}
            }

            public sealed class Day { [LoadColumn(0)] public DateTime Date { get; set; } [LoadColumn(1)] public float Rain { get; set; } [LoadColumn(2)] public float RainLag1 { get; set; } }
        }
        """;

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

    private static ProjectId AddProject(AdhocWorkspace workspace, string name, Func<char, string> study)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: MlNetReferences.All));
        foreach (var (file, text) in new[] { (SharedSource.FileName, SharedSource.Text), ("A.cs", study('A')), ("B.cs", study('B')) })
        {
            workspace.AddDocument(DocumentInfo.Create(
                DocumentId.CreateNewId(project.Id), file, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default)), filePath: $"/{name}/{file}"));
        }

        return project.Id;
    }

    private sealed class Provider(string rule) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => FindingsAsync(project, rule, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await FindingsAsync(document.Project, rule, cancellationToken)).Where(finding => finding.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public static async Task<IEnumerable<Diagnostic>> FindingsAsync(Project project, string rule, CancellationToken cancellation)
        {
            var compilation = await project.GetCompilationAsync(cancellation);
            return (await compilation!.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation)).Where(finding => finding.Id == rule);
        }
    }
}
