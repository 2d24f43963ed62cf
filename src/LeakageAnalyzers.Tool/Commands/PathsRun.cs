using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary>Analyses what paths name, and shows how far it is.</summary>
internal static class PathsRun
{
    /// <summary>The run over all programs under <paramref name="paths"/>, relative to <paramref name="folder"/>.</summary>
    public static async Task<Run> AnalyzeAsync(IReadOnlyList<string> paths, string folder, AnalysisOptions options, CancellationToken cancellation)
    {
        using var finder = new ProgramFinder(folder);
        var sources = await finder.FindAsync(paths, cancellation);
        return await RunProgress.ShowAsync(
            "analysing", sources.Count,
            progress => Run.AllAsync(finder, sources, (program, token) => ProgramAnalyzer.AnalyzeAsync(program, options, token), progress, cancellation));
    }
}
