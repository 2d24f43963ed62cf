namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The logarithmic loss (cross-entropy) of probabilities, in natural units. ML.NET reports it in bits: divide by ln 2.</summary>
public static class LogLoss
{
    /// <summary>The mean of −ln of the probability given to the true class.</summary>
    /// <remarks>
    /// A probability of 0 for what did happen costs infinitely much, and that is what is returned: nothing is clipped in silence.
    /// </remarks>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a value is not a probability.</exception>
    public static double Compute(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Check.CountAtLeast(1, labels);
        return PerRow(labels, probabilities).Average();
    }

    /// <summary>The loss of every row, for paired tests of two models.</summary>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not a probability.</exception>
    public static double[] PerRow(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Check.SameLength(labels, probabilities);
        Check.Probabilities(probabilities);
        var losses = new double[labels.Length];
        for (var row = 0; row < losses.Length; row++)
        {
            losses[row] = -Math.Log(labels[row] ? probabilities[row] : 1 - probabilities[row]);
        }

        return losses;
    }
}
