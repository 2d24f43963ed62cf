using LeakageAnalyzers.Tool.Output;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs.Builds;

/// <summary>What it costs to read a project without building it.</summary>
internal static class Incompleteness
{
    /// <summary>The problem that <paramref name="program"/> has because of <paramref name="reason"/>; none where the compiler misses nothing.</summary>
    public static async Task<IReadOnlyList<Problem>> OfAsync(string path, ReadProgram program, string reason, CancellationToken cancellation)
    {
        var compilation = await program.Project.GetCompilationAsync(cancellation);

        // The compiler reads files side by side and has no order of its own.
        var errors = compilation!.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start).ToList();
        return errors.Count == 0 ? []
            : [new Problem(path, $"{reason}: read without a build, with {Counted.Of(errors.Count, "error")}, the first: {errors[0].GetMessage()}", IsFatal: true)];
    }
}
