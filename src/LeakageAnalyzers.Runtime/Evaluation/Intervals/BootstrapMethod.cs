namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How an interval is made from bootstrap replicates.</summary>
public enum BootstrapMethod
{
    /// <summary>Quantiles of the replicates.</summary>
    Percentile,

    /// <summary>
    /// Bias-corrected and accelerated (Efron 1987), of a metric or of a difference; nearer to its level in small samples, at the cost of up to 1,000 more evaluations. Where a metric has no value
    /// without some unit, the percentile interval is given instead, and the estimate's note says so.
    /// </summary>
    BiasCorrectedAccelerated,
}
