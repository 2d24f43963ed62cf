namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>The way that was taken at a fork of the source.</summary>
/// <param name="Fork">Equal names are one fork, which is passed once.</param>
/// <param name="IsTaken">Which of its two ways.</param>
internal sealed record Branch(string Fork, bool IsTaken);
