using System.Diagnostics;
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
    private const int Step = 100;
    private const int Lines = 100;

    /// <summary>Prints the managed memory after a full collection at every 100th keystroke, and how it grows from the first of these to the last.</summary>
    public static void Print(IReadOnlyList<string> arguments)
    {
        // One analyzer for all, as an editor has it: whatever it kept would add up.
        var analyzer = new LeakageAnalyzer();
        var program = CostPrograms.OneFile(CostPrograms.LongFile(Lines));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp, compilationOptions: program.Options, metadataReferences: program.References));
        var text = program.SyntaxTrees[0].ToString();
        var document = program.SyntaxTrees.Select(tree => workspace.AddDocument(project.Id, Path.GetFileName(tree.FilePath), SourceText.From(tree.ToString())).Id).ToList()[0];
        var at = text.LastIndexOf("numberOfTrees: ", StringComparison.Ordinal) + "numberOfTrees: ".Length;
        var (memory, findings, watch) = (new List<long>(), 0, Stopwatch.StartNew());
        for (var i = 1; i <= Keystrokes; i++)
        {
            findings = Type(workspace, document, analyzer, new TextChange(new TextSpan(at, 1), (1 + (i % 9)).ToString(CultureInfo.InvariantCulture)));
            if (i % Step == 0)
            {
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
                Console.WriteLine(FormattableString.Invariant($"{i,5} keystrokes  {memory[^1] / 1e6:0.0} MB  {watch.Elapsed.TotalSeconds:0} s"));
            }
        }

        GC.KeepAlive(analyzer);
        Console.WriteLine(FormattableString.Invariant(
            $"one workspace, a file of {text.AsSpan().Count('\n')} lines, {findings} findings: managed memory from the {Step}th to the {Keystrokes}th keystroke {(memory[^1] - memory[0]) / 1e6:+0.00;-0.00} MB"));
    }

    private static int Type(AdhocWorkspace workspace, DocumentId document, LeakageAnalyzer analyzer, TextChange key)
    {
        var text = workspace.CurrentSolution.GetDocument(document)!.GetTextAsync().GetAwaiter().GetResult();
        workspace.TryApplyChanges(workspace.CurrentSolution.WithDocumentText(document, text.WithChanges(key)));
        var compilation = workspace.CurrentSolution.GetDocument(document)!.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;
    }
}
