using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Benchmarks.Cost;

/// <summary>The memory that stays while somebody types in one workspace and every keystroke is analysed.</summary>
internal static class AnalyzerMemory
{
    private const int Keystrokes = 1000;
    private const int WarmUp = 100;
    private const int Lines = 200;

    /// <summary>Prints the managed memory after a full collection, at the 100th and at the 1,000th keystroke.</summary>
    public static void Print(IReadOnlyList<string> arguments)
    {
        // One analyzer for all, as an editor has it: whatever it kept would add up.
        var analyzer = new LeakageAnalyzer();
        var program = CostPrograms.OneFile(CostPrograms.LongFile(Lines));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp, compilationOptions: program.Options, metadataReferences: program.References));
        var text = program.SyntaxTrees[0].ToString();
        var document = workspace.AddDocument(project.Id, "Program.cs", SourceText.From(text)).Id;
        var at = text.LastIndexOf("numberOfTrees: ", StringComparison.Ordinal) + "numberOfTrees: ".Length;
        var (early, findings) = (0L, 0);
        for (var i = 1; i <= Keystrokes; i++)
        {
            findings = Type(workspace, document, analyzer, new TextChange(new TextSpan(at, 1), (1 + (i % 9)).ToString(CultureInfo.InvariantCulture)));
            early = i == WarmUp ? GC.GetTotalMemory(forceFullCollection: true) : early;
        }

        var late = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(analyzer);
        Console.WriteLine(FormattableString.Invariant(
            $"one workspace, a file of {Lines} lines, {findings} findings: {early / 1e6:0.0} MB of managed memory after {WarmUp} keystrokes, {late / 1e6:0.0} MB after {Keystrokes}: {(late - early) / 1e6:+0.0;-0.0} MB"));
    }

    private static int Type(AdhocWorkspace workspace, DocumentId document, LeakageAnalyzer analyzer, TextChange key)
    {
        var text = workspace.CurrentSolution.GetDocument(document)!.GetTextAsync().GetAwaiter().GetResult();
        workspace.TryApplyChanges(workspace.CurrentSolution.WithDocumentText(document, text.WithChanges(key)));
        var compilation = workspace.CurrentSolution.GetDocument(document)!.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;
    }
}
