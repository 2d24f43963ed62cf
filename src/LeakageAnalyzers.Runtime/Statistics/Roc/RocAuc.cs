namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The area under the ROC curve.</summary>
public static class RocAuc
{
    /// <summary>
    /// The share of pairs of one positive and one negative row in which the positive one has the higher score, ties counting one half.
    /// </summary>
    /// <remarks>
    /// This is the trapezoidal area and the Mann–Whitney statistic. Constant scores give exactly 0.5. One class alone is refused,
    /// since no pair exists.
    /// </remarks>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="scores">The score of every row, higher for positive; any scale, infinities allowed.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or all rows are of one class.</exception>
    public static double Compute(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        var ranked = new RankedScores(labels, scores);
        return ranked.RocAuc(ranked.UnitWeights());
    }
}
