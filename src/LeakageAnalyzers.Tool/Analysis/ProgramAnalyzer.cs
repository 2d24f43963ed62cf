using System.Collections.Concurrent;
using System.Diagnostics;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Runs the analyzer over programs, one after the other.</summary>
/// <param name="libraries">Assemblies that the programs use beyond the framework and ML.NET.</param>
internal sealed class ProgramAnalyzer(IEnumerable<string> libraries) : IDisposable
{
    private readonly ProgramCompiler _compiler = new(libraries);
    private readonly InterpreterEvents _events = new();

    /// <summary>Analyses <paramref name="program"/>, whether it compiles or not.</summary>
    public async Task<ProgramResult> AnalyzeAsync(SourceProgram program, CancellationToken cancellation)
    {
        var compilation = await _compiler.Compile(program).GetCompilationAsync(cancellation) ?? throw new InvalidOperationException("The language of the project has no compilation.");
        var compiling = Stopwatch.StartNew();
        var errors = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ToList();
        var compileTime = compiling.Elapsed;

        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => crashes.Enqueue(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var recording = InterpreterEvents.Record();
        var analyzing = Stopwatch.StartNew();
        var diagnostics = await compilation.WithAnalyzers([new LeakageAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        var findings = diagnostics.Where(diagnostic => diagnostic.Id != "AD0001").Select(ToFinding)
            .OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal);
        return new ProgramResult(program, errors, [.. findings], [.. crashes], recording.Figures, compileTime, analyzing.Elapsed);
    }

    /// <inheritdoc/>
    public void Dispose() => _events.Dispose();

    private static ReportedFinding ToFinding(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new ReportedFinding(diagnostic.Id, place.Path, place.StartLinePosition.Line + 1, diagnostic.GetMessage());
    }
}
