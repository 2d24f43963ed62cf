namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Average precision: the area under the precision–recall curve in steps.</summary>
/// <remarks>
/// <see cref="Trapezoid"/> is offered only because others report it: between two points of the curve precision does not change linearly
/// with recall (Davis and Goadrich 2006).
/// </remarks>
public static class AveragePrecision
{
    /// <summary>Σ (Rₙ − Rₙ₋₁) Pₙ over falling thresholds, rows of equal score together.</summary>
    /// <remarks>Constant scores give the share of positive rows, which is also what random ones are expected to give.</remarks>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="scores">The score of every row, higher for positive; any scale.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or all rows are of one class.</exception>
    public static double Compute(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        var ranked = new RankedScores(labels, scores);
        return ranked.AveragePrecision(ranked.UnitWeights());
    }

    /// <summary>The area under the precision–recall curve by trapezoids, from precision 1 at recall 0, rows of equal score together.</summary>
    /// <remarks>
    /// Ties flatter: constant scores give (1 + p)/2 for a share p of positive rows. ML.NET's figure depends on the order of rows of equal score; without ties it is this
    /// one, and with them <c>EvaluateWithIntervals</c> reports what evenly mixed ones give.
    /// </remarks>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="scores">The score of every row, higher for positive; any scale.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or all rows are of one class.</exception>
    public static double Trapezoid(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        var ranked = new RankedScores(labels, scores);
        return ranked.TrapezoidPrecisionRecallArea(ranked.UnitWeights());
    }
}
