namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The difference of two AUCs on the same rows, by DeLong et al. (1988).</summary>
public sealed record DeLongComparison
{
    internal DeLongComparison(DeLongEstimate first, DeLongEstimate second, double covariance, double varianceOfDifference) =>
        (First, Second, Covariance, StandardError) = (first, second, covariance, Math.Sqrt(varianceOfDifference));

    /// <summary>The first model's AUC.</summary>
    public DeLongEstimate First { get; }

    /// <summary>The second model's AUC.</summary>
    public DeLongEstimate Second { get; }

    /// <summary>The covariance of the two; positive where the models find the same rows hard.</summary>
    public double Covariance { get; }

    /// <summary>First AUC minus second.</summary>
    public double Difference => First.Auc - Second.Auc;

    /// <summary>The standard error of the difference.</summary>
    public double StandardError { get; }

    /// <summary>
    /// Whether the standard error is zero: the models rank alike, or both are perfect or constant. If the difference is not zero then,
    /// z is infinite and p is 0, which says that the procedure saw no variation; use a permutation test instead.
    /// </summary>
    public bool IsDegenerate => StandardError == 0;

    /// <summary>The difference over its standard error; 0 for models that rank alike.</summary>
    public double Z => Difference == 0 ? 0 : Difference / StandardError;

    /// <summary>The two-sided p-value of no difference; 1 for models that rank alike.</summary>
    public double PValue => TailProbability.NormalTwoSided(Z);

    /// <summary>The one-sided p-value against the first model being better.</summary>
    public double PValueGreater => TailProbability.Normal(Z);

    /// <summary>The normal interval of the difference, cut to −1 and 1.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var reach = CriticalValue.Normal(level) * StandardError;
        return new ConfidenceInterval(Math.Max(-1, Difference - reach), Math.Min(1, Difference + reach), level);
    }
}
