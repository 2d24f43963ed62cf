namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The metrics of ranking, at the rank that <see cref="IntervalOptions.TruncationLevel"/> names.</summary>
public enum RankingMetric
{
    /// <summary>The discounted cumulative gain over that of the best order, from 0 to 1; 0 for a query without a relevant row, as in ML.NET.</summary>
    NormalizedDiscountedCumulativeGain,

    /// <summary>Σ gain / ln(1 + rank) with gains 0, 3, 7, 15, 31 for labels 0 to 4, as in ML.NET.</summary>
    DiscountedCumulativeGain,
}
