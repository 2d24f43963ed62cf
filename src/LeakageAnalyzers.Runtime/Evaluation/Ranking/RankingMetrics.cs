using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How each metric of ranking is computed on a resample.</summary>
internal static class RankingMetrics
{
    public static string NameOf(RankingMetric metric, int rank) =>
        Invariant($"{(metric == RankingMetric.NormalizedDiscountedCumulativeGain ? "NDCG" : "DCG")}@{rank}");

    /// <summary>Both metrics at every rank up to the last.</summary>
    public static IReadOnlyList<Metric<ScoredRankingRows>> UpTo(int lastRank) =>
    [
        .. Enumerable.Range(1, lastRank).Select(rank => At(RankingMetric.NormalizedDiscountedCumulativeGain, rank)),
        .. Enumerable.Range(1, lastRank).Select(rank => At(RankingMetric.DiscountedCumulativeGain, rank)),
    ];

    public static Metric<ScoredRankingRows> At(RankingMetric metric, int rank) =>
        new(NameOf(metric, rank), MetricDirection.HigherIsBetter, (rows, _) =>
        {
            var values = rows.Gains
                .Select(gains => metric == RankingMetric.NormalizedDiscountedCumulativeGain ? gains.Normalized(rank) : gains.Discounted(rank))
                .ToArray();
            return weights => rows.MeanOverQueries(weights, values);
        });
}
