using System.Collections.Immutable;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>Applies a fix the way an editor and <c>dotnet format</c> do, and checks what every fix promises.</summary>
internal static class CodeFixVerifier
{
    /// <summary>
    /// Expects <paramref name="after"/> from fixing all findings of the fix's rule in <paramref name="before"/>, one by one and all at once; the result compiles and
    /// gives the findings <paramref name="remaining"/>.
    /// </summary>
    public static Task VerifyAsync<TFix>(string before, string after, params string[] remaining)
        where TFix : LeakageCodeFix, new() => VerifyAsync<TFix>(MlNetReferences.All, before, after, remaining);

    /// <summary>The same for a program that does not reference the run-time library.</summary>
    public static Task VerifyWithoutRuntimeAsync<TFix>(string before, string after)
        where TFix : LeakageCodeFix, new() => VerifyAsync<TFix>(MlNetReferences.WithoutRuntime, before, after, []);

    private static async Task VerifyAsync<TFix>(ImmutableArray<MetadataReference> references, string before, string after, string[] remaining)
        where TFix : LeakageCodeFix, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, before, references);
        var one = await FixOneByOneAsync(document, new TFix());
        Assert.Equal(after.ReplaceLineEndings("\n"), (await one.GetTextAsync()).ToString().ReplaceLineEndings("\n"));

        var all = await FixAllAsync(document, new TFix());
        Assert.Equal(after.ReplaceLineEndings("\n"), (await all.GetTextAsync()).ToString().ReplaceLineEndings("\n"));

        var compilation = await one.Project.GetCompilationAsync();
        Assert.Empty(compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(remaining.Order(), (await FindingsAsync(one, new TFix())).Select(finding => finding.Id).Order());
    }

    /// <summary>Expects that nothing is offered for the findings of <paramref name="program"/>, of which there is at least one.</summary>
    public static Task VerifyNotOfferedAsync<TFix>(string program)
        where TFix : LeakageCodeFix, new() => VerifyNotOfferedAsync<TFix>(MlNetReferences.All, program);

    /// <summary>The same where <paramref name="other"/> is another file of the program.</summary>
    public static Task VerifyNotOfferedAsync<TFix>(string program, string other)
        where TFix : LeakageCodeFix, new() => VerifyNotOfferedAsync<TFix>(MlNetReferences.All, program, other);

    /// <summary>The same for a program that does not reference the run-time library.</summary>
    public static Task VerifyNotOfferedWithoutRuntimeAsync<TFix>(string program)
        where TFix : LeakageCodeFix, new() => VerifyNotOfferedAsync<TFix>(MlNetReferences.WithoutRuntime, program);

    private static async Task VerifyNotOfferedAsync<TFix>(ImmutableArray<MetadataReference> references, string program, string other = "")
        where TFix : LeakageCodeFix, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, program, references);
        document = document.Project.AddDocument("Other.cs", SourceText.From(other), filePath: "Other.cs").Project.GetDocument(document.Id)!;
        var fix = new TFix();
        var findings = (await FindingsAsync(document, fix)).Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id)).ToList();
        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            Assert.Empty(await ActionsAsync(document, fix, finding));
        }
    }

    private static Document Document(AdhocWorkspace workspace, string text, ImmutableArray<MetadataReference> references)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
            metadataReferences: references));
        project = project.AddDocument(SharedSource.FileName, SourceText.From(SharedSource.Text), filePath: SharedSource.FileName).Project;
        return project.AddDocument("Program.cs", SourceText.From(text), filePath: "Program.cs");
    }

    private static async Task<Document> FixOneByOneAsync(Document document, LeakageCodeFix fix)
    {
        while (true)
        {
            var actions = new List<CodeAction>();
            foreach (var finding in (await FindingsAsync(document, fix)).Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                actions.AddRange(await ActionsAsync(document, fix, finding));
            }

            if (actions.Count == 0)
            {
                return document;
            }

            var operations = await actions[0].GetOperationsAsync(CancellationToken.None);
            document = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        }
    }

    private static async Task<Document> FixAllAsync(Document document, LeakageCodeFix fix)
    {
        var findings = await FindingsAsync(document, fix);
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, fix.FixableDiagnosticIds[0], fix.FixableDiagnosticIds, new Provider(findings), CancellationToken.None);
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document, LeakageCodeFix fix, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    // Remarks are no business of the repairs of leaks.
    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Document document, LeakageCodeFix fix)
    {
        var compilation = await document.Project.GetCompilationAsync();
        var findings = await compilation!.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Where(finding => finding.Location.SourceTree?.FilePath == document.FilePath && (!Remarks.Contains(finding.Id) || fix.FixableDiagnosticIds.Contains(finding.Id))).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    private sealed class Provider(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
