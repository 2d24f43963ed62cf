namespace LeakageAnalyzers.Runtime;

/// <summary>How far an audit has come.</summary>
/// <param name="Id">The check that is running.</param>
/// <param name="CompletedChecks">How many checks are done.</param>
/// <param name="Checks">How many there are.</param>
public readonly record struct AuditProgress(string Id, int CompletedChecks, int Checks);
