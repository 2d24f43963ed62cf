namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>One team's scores in a challenge, both of the same submissions' metric.</summary>
/// <param name="Challenge">The challenge's name.</param>
/// <param name="Public">The score on the public test rows, which the team saw while it worked.</param>
/// <param name="Private">The score on the private test rows, which decide.</param>
public sealed record LeaderboardEntry(string Challenge, double Public, double Private);
