namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Student's t of a mean difference against a margin.</summary>
/// <remarks>
/// Differences that are all equal have standard error 0: T is then infinite towards their side of the margin (0 on it), p is 0 or 1
/// accordingly, and the interval has width zero.
/// </remarks>
public sealed record MeanDifferenceTest
{
    internal MeanDifferenceTest(double mean, double standardError, double degreesOfFreedom, double margin) =>
        (Mean, StandardError, DegreesOfFreedom, Margin) = (mean, standardError, degreesOfFreedom, margin);

    /// <summary>The mean difference.</summary>
    public double Mean { get; }

    /// <summary>Its standard error.</summary>
    public double StandardError { get; }

    /// <summary>The degrees of freedom of T.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The difference that the null hypothesis allows: δ to show superiority by δ, −δ to show non-inferiority.</summary>
    public double Margin { get; }

    /// <summary>(mean − margin) / standard error.</summary>
    public double T => Mean == Margin ? 0 : (Mean - Margin) / StandardError;

    /// <summary>The two-sided p-value of a mean equal to the margin.</summary>
    public double PValue => 2 * TailProbability.StudentT(Math.Abs(T), DegreesOfFreedom);

    /// <summary>The one-sided p-value of a mean not above the margin: small values show superiority by the margin.</summary>
    public double PValueGreater => TailProbability.StudentT(T, DegreesOfFreedom);

    /// <summary>The two-sided interval of the mean difference.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var reach = CriticalValue.StudentT(level, DegreesOfFreedom) * StandardError;
        return new ConfidenceInterval(Mean - reach, Mean + reach, level);
    }

    /// <summary>
    /// The one-sided lower bound of the mean difference. It lies above the margin exactly where <see cref="PValueGreater"/> is below
    /// 1 − level.
    /// </summary>
    /// <param name="level">The one-sided confidence level as a fraction, above 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0.5 and 1.</exception>
    public double LowerBound(double level = 0.95) => Interval((2 * level) - 1).Lower;
}
