namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The test rows as a baseline scored them.</summary>
internal sealed record TrainedBaseline<TRows>(Baseline Baseline, string Description, TRows Rows)
    where TRows : ScoredRows;
