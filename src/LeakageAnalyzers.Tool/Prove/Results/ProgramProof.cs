using LeakageAnalyzers.Tool.Analysis;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>What the leaks of one program are worth.</summary>
/// <param name="Name">The program, as the reader named it.</param>
/// <param name="Path">Its project file or first file, absolute.</param>
/// <param name="Findings">Each leak that was measured, in the order of the data's flow.</param>
/// <param name="Together">The program with more and more of them repaired; empty where fewer than two were.</param>
/// <param name="NotMeasured">What was not measured, and why.</param>
internal sealed record ProgramProof(string Name, string Path, IReadOnlyList<FindingProof> Findings, IReadOnlyList<RemainingScore> Together, IReadOnlyList<NotMeasured> NotMeasured);

/// <summary>What remains of a score when several leaks are repaired.</summary>
/// <param name="Finding">The leak that was repaired last; null for the program as it stands.</param>
/// <param name="Inflation">The program as it stands against that one; null for the program itself.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Scores">The score of each run.</param>
internal sealed record RemainingScore(ReportedFinding? Finding, Inflation? Inflation, string Metric, IReadOnlyList<double> Scores)
{
    /// <summary>The mean score.</summary>
    public double Mean => Scores.Average();
}

/// <summary>Something that could not be measured.</summary>
/// <param name="Finding">The finding; null for all of a program.</param>
/// <param name="Reason">Why, in one line.</param>
internal sealed record NotMeasured(ReportedFinding? Finding, string Reason);
