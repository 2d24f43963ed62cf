namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>One point of the ROC curve.</summary>
/// <param name="Threshold">
/// The lowest score that is predicted positive; positive infinity where no row may be predicted positive.
/// </param>
/// <param name="Sensitivity">The share of positive rows that reach the threshold.</param>
/// <param name="Specificity">The share of negative rows below the threshold.</param>
public sealed record OperatingPoint(double Threshold, double Sensitivity, double Specificity)
{
    /// <summary>The point of highest sensitivity among those whose specificity is at least the wanted one.</summary>
    /// <remarks>
    /// Thresholds lie at scores that occur; nothing is interpolated. The threshold is chosen on the rows that are given: on test rows
    /// the sensitivity is that of a classifier tuned to them.
    /// </remarks>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="scores">The score of every row, higher for positive; any scale.</param>
    /// <param name="specificity">The wanted specificity, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or all rows are of one class.</exception>
    public static OperatingPoint AtSpecificity(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores, double specificity)
    {
        Check.Fraction(specificity);
        var ranked = new RankedScores(labels, scores);
        return ranked.AtSpecificity(specificity, ranked.UnitWeights())!;
    }
}
