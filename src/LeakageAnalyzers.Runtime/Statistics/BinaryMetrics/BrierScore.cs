namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The mean squared error of probabilities (Brier 1950). Lower is better; it rewards ranking and calibration together.</summary>
public static class BrierScore
{
    /// <summary>The mean of (p − y)², between 0 and 1.</summary>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a value is not a probability.</exception>
    public static double Compute(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Check.CountAtLeast(1, labels);
        return PerRow(labels, probabilities).Average();
    }

    /// <summary>1 − Brier / (φ(1 − φ)): the gain over predicting the share φ of positive rows for everyone.</summary>
    /// <remarks>1 for perfect, 0 for the prevalence itself, negative for worse than that.</remarks>
    /// <param name="labels">The true class of every row; both classes must occur.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a value is not a probability, or all rows are of one class, so that the reference is perfect already.
    /// </exception>
    public static double Skill(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        var score = Compute(labels, probabilities);
        var prevalence = Check.BothClasses(labels) / (double)labels.Length;
        return 1 - (score / (prevalence * (1 - prevalence)));
    }

    /// <summary>The squared error of every row, for paired tests of two models.</summary>
    /// <param name="labels">The true class of every row.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not a probability.</exception>
    public static double[] PerRow(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Check.SameLength(labels, probabilities);
        Check.Probabilities(probabilities);
        var errors = new double[labels.Length];
        for (var row = 0; row < errors.Length; row++)
        {
            var error = probabilities[row] - (labels[row] ? 1 : 0);
            errors[row] = error * error;
        }

        return errors;
    }
}
