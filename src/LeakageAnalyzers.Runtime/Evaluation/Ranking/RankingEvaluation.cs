using LeakageAnalyzers.Runtime.Progress;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a ranker scored on test queries, every metric with its interval.</summary>
public sealed class RankingEvaluation : ModelEvaluation
{
    private RankingEvaluation(ScoredRankingRows rows, IReadOnlyList<MetricEstimate> metrics, IntervalOptions options)
        : base(rows, metrics, options) => Queries = rows.Gains.Length;

    /// <summary>The number of queries. Where no group column is named, they are what the bootstrap draws.</summary>
    public int Queries { get; }

    /// <inheritdoc cref="RankingMetric.NormalizedDiscountedCumulativeGain"/>
    /// <remarks>One estimate a rank, from 1 on.</remarks>
    public IReadOnlyList<MetricEstimate> NormalizedDiscountedCumulativeGains => At(RankingMetric.NormalizedDiscountedCumulativeGain);

    /// <inheritdoc cref="RankingMetric.DiscountedCumulativeGain"/>
    /// <remarks>One estimate a rank, from 1 on.</remarks>
    public IReadOnlyList<MetricEstimate> DiscountedCumulativeGains => At(RankingMetric.DiscountedCumulativeGain);

    internal static RankingEvaluation Of(ScoredRankingRows rows, IntervalOptions options, LongCall call) =>
        new(rows, MetricIntervals.Of(rows, RankingMetrics.UpTo(options.TruncationLevel), options, call), options);

    private IReadOnlyList<MetricEstimate> At(RankingMetric metric) =>
        [.. Enumerable.Range(1, Options.TruncationLevel).Select(rank => this[RankingMetrics.NameOf(metric, rank)])];
}
