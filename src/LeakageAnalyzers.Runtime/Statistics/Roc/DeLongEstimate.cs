namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>An AUC with the variance of DeLong et al. (1988).</summary>
public sealed record DeLongEstimate
{
    internal DeLongEstimate(double auc, double variance, int positives, int negatives) =>
        (Auc, Variance, Positives, Negatives) = (auc, variance, positives, negatives);

    /// <summary>The area under the ROC curve.</summary>
    public double Auc { get; }

    /// <summary>Its estimated variance.</summary>
    public double Variance { get; }

    /// <summary>Its standard error.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>The number of positive rows.</summary>
    public int Positives { get; }

    /// <summary>The number of negative rows.</summary>
    public int Negatives { get; }

    /// <summary>
    /// Whether the variance is zero, as it is when the scores separate the classes perfectly or are constant. Both intervals then
    /// have width zero, which says that the procedure saw no variation, not that the AUC is known.
    /// </summary>
    public bool IsDegenerate => Variance == 0;

    /// <summary>The normal interval on the scale of the AUC, cut to 0 and 1.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Wald(double level = 0.95)
    {
        var reach = CriticalValue.Normal(level) * StandardError;
        return new ConfidenceInterval(Math.Max(0, Auc - reach), Math.Min(1, Auc + reach), level);
    }

    /// <summary>The normal interval on the scale of log(AUC / (1 − AUC)), to be preferred near 0 and 1.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Logit(double level = 0.95)
    {
        var z = CriticalValue.Normal(level);
        if (IsDegenerate)
        {
            return new ConfidenceInterval(Auc, Auc, level);
        }

        var centre = Math.Log(Auc / (1 - Auc));
        var reach = z * StandardError / (Auc * (1 - Auc));
        return new ConfidenceInterval(Expit(centre - reach), Expit(centre + reach), level);
    }

    private static double Expit(double value) => 1 / (1 + Math.Exp(-value));
}
