using System.Collections.Concurrent;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Problems as they are met, by programs that are read side by side.</summary>
internal sealed class ProblemList
{
    private readonly ConcurrentQueue<Problem> _problems = [];

    /// <summary>What was met so far, by path.</summary>
    public IReadOnlyList<Problem> All => [.. _problems.Distinct().OrderBy(problem => problem.Path, StringComparer.Ordinal)];

    /// <summary>Adds one.</summary>
    public void Add(Problem problem) => _problems.Enqueue(problem);
}
