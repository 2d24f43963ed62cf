using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows in memory, with what a model predicted for them and the group that each belongs to.</summary>
internal abstract class ScoredRows(int count, RowGroups? groups)
{
    public int Count => count;

    public RowGroups? Groups => groups;

    public int? GroupCount => groups?.Count;

    public string? GroupColumnName => groups?.ColumnName;

    /// <summary>What the bootstrap draws: groups where they are known, else rows.</summary>
    public virtual Resampling Resampling => groups is null ? Statistics.Resampling.OfRows(count) : Statistics.Resampling.OfGroups<string>(groups.Names);
}
