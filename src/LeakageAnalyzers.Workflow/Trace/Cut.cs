using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Rows that a split or a cross-validation cut.</summary>
/// <param name="Place">The call.</param>
/// <param name="Rows">The rows that were cut.</param>
/// <param name="Key">How groups are kept together.</param>
public sealed record Cut(Place Place, RowSet Rows, SamplingKey Key)
{
    /// <summary>The rows of the split to learn from; null where a cross-validation trains by itself.</summary>
    internal RowSet? Train { get; init; }

    /// <summary>Whether <paramref name="training"/> learns from what this cut left to learn from.</summary>
    internal bool IsLearnedFromBy(Training training) => Train is null ? training.Place.Equals(Place) : training.Rows.Provenance.IsCutFrom(Train.Provenance);
}
