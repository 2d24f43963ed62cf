using System.Text;
using LeakageAnalyzers.Workflow.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Agreement.Tests;

/// <summary>One finding of the analyzer.</summary>
internal sealed record StaticFinding(string File, int Line, string Id)
{
    public override string ToString() => $"{File}({Line}): {Id}";
}

/// <summary>What the analyzer says of a folder of source files.</summary>
internal static class StaticFindings
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    // A sample is read from its source, not from what was built of it, and it is no project of tests, in which scores are nobody's claim.
    private static readonly string[] NotReferenced = ["CostOfLeaks.dll", "ParkinsonsVoice.dll", "xunit."];

    // Off by default, and a page is written of it all the same.
    private static readonly KeyValuePair<string, ReportDiagnostic>[] SwitchedOn = [KeyValuePair.Create(EvaluationDescriptions.NoSubgroups.Id, ReportDiagnostic.Info)];

    /// <summary>The leaks in the order of files and lines and, if <paramref name="withRemarks"/>, what there is to remark on scores. The files have to compile.</summary>
    public static async Task<IReadOnlyList<StaticFinding>> OfAsync(string folder, bool withRemarks = false)
    {
        var findings = await Compile(folder).WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. findings
            .Where(finding => withRemarks || finding.Descriptor.Category != EvaluationDescriptions.NoSubgroups.Category)
            .Select(finding => new StaticFinding(Path.GetFileName(finding.Location.SourceTree!.FilePath), finding.Location.GetLineSpan().StartLinePosition.Line + 1, finding.Id))
            .OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <summary>The folder as one program. It has to compile.</summary>
    public static CSharpCompilation Compile(string folder)
    {
        var trees = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file, encoding: Encoding.UTF8))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, path: "Usings.g.cs", encoding: Encoding.UTF8));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !NotReferenced.Any(Path.GetFileName(path).StartsWith))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Sample", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SwitchedOn));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
