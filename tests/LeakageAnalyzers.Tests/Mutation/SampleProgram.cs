using LeakageAnalyzers.Tests.Robustness;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>A program of <c>samples</c> in memory, which any of its files can be edited in.</summary>
/// <param name="Compilation">What it is compiled to.</param>
internal sealed record SampleProgram(CSharpCompilation Compilation)
{
    private const string UsingsFile = "Usings.cs";

    // What the samples' projects say by ImplicitUsings.
    private static readonly string Usings = string.Concat(
        ((string[])["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"]).Select(name => $"global using {name};\n"));

    /// <summary>The program that a project is made of.</summary>
    public static SampleProgram OfProject(string name) => Of(Directory.GetFiles(FolderOf(name), "*.cs", SearchOption.AllDirectories)
        .Where(path => Path.GetRelativePath(FolderOf(name), path).Split(Path.DirectorySeparatorChar) is var parts && !parts.Contains("bin") && !parts.Contains("obj")).Order(StringComparer.Ordinal));

    /// <summary>Programs of one file each that share a file.</summary>
    public static IEnumerable<SampleProgram> OfFiles(string folder, string shared) => Directory.GetFiles(FolderOf(folder), "*.cs").Order(StringComparer.Ordinal)
        .Where(path => Path.GetFileName(path) != shared).Select(path => Of([path, Path.Combine(FolderOf(folder), shared)]));

    /// <summary>The program with an edit made in every file that compiles with it, and how many these are.</summary>
    public (SampleProgram Edited, int Files) With(Func<SemanticModel, SyntaxNode> edit)
    {
        var (edited, files) = (Compilation, 0);
        foreach (var tree in Compilation.SyntaxTrees.Where(tree => tree.FilePath != UsingsFile))
        {
            var text = edit(Compilation.GetSemanticModel(tree)).ToFullString();
            var next = edited.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, path: tree.FilePath));
            if (text != tree.ToString() && !HasErrors(next))
            {
                (edited, files) = (next, files + 1);
            }
        }

        return (new SampleProgram(edited), files);
    }

    /// <summary>The program with <paramref name="edit"/> made in one file after the other, wherever it can be made.</summary>
    public IEnumerable<(string File, string Text, SampleProgram Edited)> WithEach(LeakEdit edit) =>
        from tree in Compilation.SyntaxTrees
        where tree.FilePath != UsingsFile
        let text = edit.Apply(tree.GetCompilationUnitRoot())?.ToFullString()
        where text is not null && text != tree.ToString()
        select (Path.GetFileName(tree.FilePath), text, new SampleProgram(Compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, path: tree.FilePath))));

    /// <summary>Whether it compiles.</summary>
    public bool Compiles => !HasErrors(Compilation);

    /// <summary>What is found, remarks aside: each finding with its file, in order.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync() => [.. (await Compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync())
        .Where(finding => !Remarks.Contains(finding.Id)).Select(finding => $"{Path.GetFileName(finding.Location.SourceTree?.FilePath)} {finding.Id}").Order(StringComparer.Ordinal)];

    private static string FolderOf(string name) => Path.Combine(Repository.Root, "samples", name);

    private static SampleProgram Of(IEnumerable<string> paths)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            paths.Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path).ReplaceLineEndings("\n")), path: path)).Append(CSharpSyntaxTree.ParseText(Usings, path: UsingsFile)),
            MlNetReferences.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.False(HasErrors(compilation), string.Join("\n", compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return new SampleProgram(compilation);
    }

    private static bool HasErrors(CSharpCompilation compilation) => compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
