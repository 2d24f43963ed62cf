namespace LeakageAnalyzers.Agreement.Host;

/// <summary>What the guard said of a run.</summary>
/// <param name="Findings">What it found until the end, or until the program failed.</param>
/// <param name="Failure">What the program threw, or null.</param>
internal sealed record GuardedRun(IReadOnlyList<GuardedLeak> Findings, string? Failure);

/// <summary>A leak that the guard saw, and where.</summary>
internal sealed record GuardedLeak(string Id, string FilePath, int Line);
