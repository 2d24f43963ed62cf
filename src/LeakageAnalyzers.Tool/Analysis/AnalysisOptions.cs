namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What is wanted beyond the findings; each costs time.</summary>
/// <param name="Repairs">The repair of each finding.</param>
/// <param name="Workflows">The flow of the rows.</param>
internal sealed record AnalysisOptions(bool Repairs = false, bool Workflows = false);
