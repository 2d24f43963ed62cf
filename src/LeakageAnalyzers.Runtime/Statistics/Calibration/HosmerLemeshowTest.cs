namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The goodness-of-fit test of Hosmer and Lemeshow (2000) over groups of equal size.</summary>
/// <remarks>It misses much in small samples and rejects trifles in large ones: report it only beside slope and intercept.</remarks>
/// <param name="ChiSquared">
/// Σ (O − E)² / (E (1 − E/n)); infinite if a group was predicted with certainty and turned out otherwise.
/// </param>
/// <param name="DegreesOfFreedom">g for rows the model has not seen, g − 2 for the rows it was fitted on.</param>
/// <exception cref="ArgumentOutOfRangeException">The statistic is negative or no number, or there is no degree of freedom.</exception>
public sealed record HosmerLemeshowTest(double ChiSquared, int DegreesOfFreedom)
{
    /// <summary>The statistic, from 0 on.</summary>
    public double ChiSquared { get; init; } = ChiSquared >= 0 ? ChiSquared : throw new ArgumentOutOfRangeException(nameof(ChiSquared), ChiSquared, "The statistic is never negative.");

    /// <summary>The degrees of freedom, at least 1.</summary>
    public int DegreesOfFreedom { get; init; } = (int)Check.AtLeast(1, DegreesOfFreedom);

    /// <summary>The probability of such a statistic for a calibrated model.</summary>
    public double PValue => TailProbability.ChiSquared(ChiSquared, DegreesOfFreedom);

    /// <summary>Runs the test.</summary>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <param name="groups">The number g of groups, at least 1, or at least 3 for the rows that the model was fitted on.</param>
    /// <param name="onFittingRows">Whether the model was fitted on these rows, which costs two degrees of freedom.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a value is not a probability, there are too few groups, or fewer rows than groups.
    /// </exception>
    public static HosmerLemeshowTest Run(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int groups = 10, bool onFittingRows = false)
    {
        Check.AtLeast(onFittingRows ? 3 : 1, groups);
        var outcomes = BinnedOutcomes.Of(labels, probabilities, CalibrationBinning.EqualMass(groups));
        double chiSquared = 0;
        for (var group = 0; group < groups; group++)
        {
            var expected = outcomes.Predicted(group);
            var gap = outcomes.Positives(group) - expected;
            chiSquared += gap == 0 ? 0 : gap * gap / (expected * (1 - (expected / outcomes.Rows(group))));
        }

        return new HosmerLemeshowTest(chiSquared, onFittingRows ? groups - 2 : groups);
    }
}
