using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Rows that a split or a cross-validation cut.</summary>
/// <param name="Place">The call.</param>
/// <param name="Rows">The rows that were cut.</param>
/// <param name="Key">How groups are kept together.</param>
public sealed record Cut(Place Place, RowSet Rows, SamplingKey Key);
