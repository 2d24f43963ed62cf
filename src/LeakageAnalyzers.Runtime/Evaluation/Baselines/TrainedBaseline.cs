namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The test rows as a baseline scored them.</summary>
internal sealed record TrainedBaseline<TRows>(Baseline Baseline, string Description, TRows Rows)
    where TRows : ScoredRows
{
    /// <summary>The baselines of several folds, each kind as one.</summary>
    public static IReadOnlyList<TrainedBaseline<TRows>> Pool(IReadOnlyList<IReadOnlyList<TrainedBaseline<TRows>>> folds, Func<IReadOnlyList<TRows>, TRows> pool) =>
        [.. folds[0].Select((first, kind) => new TrainedBaseline<TRows>(
            first.Baseline, Describe([.. folds.Select(fold => fold[kind].Description)]), pool([.. folds.Select(fold => fold[kind].Rows)])))];

    private static string Describe(IReadOnlyList<string> descriptions)
    {
        var counted = descriptions.GroupBy(description => description, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ToList();
        return counted.Count == 1 ? counted[0].Key : string.Join(", ", counted.Select(same => FormattableString.Invariant($"{same.Key} ({same.Count()} of {descriptions.Count} folds)")));
    }
}
