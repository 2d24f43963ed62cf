namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The reusable hold-out of Dwork et al. (2015, Science 349:636; arXiv 1506.02629): as long as training and hold-out rows agree, a query
/// learns nothing about the hold-out rows; where they disagree, it learns a noisy answer, and the budget shrinks.
/// </summary>
/// <remarks>Not safe for use from several threads: the order of the queries is part of the method.</remarks>
public sealed class Thresholdout
{
    private readonly double threshold;
    private readonly double noise;
    private readonly Random random;
    private double noisyThreshold;

    /// <summary>Starts with a full budget.</summary>
    /// <param name="threshold">
    /// The difference T between training and hold-out that is put down to chance, in the unit of the queries. About 4/√n for means of n
    /// values between −1 and 1.
    /// </param>
    /// <param name="noise">The scale σ of the Laplace noise, in the same unit; 0 for none, which protects nothing.</param>
    /// <param name="budget">How many answers may come from the hold-out rows.</param>
    /// <param name="random">The source of the noise. Someone who can predict it can subtract it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public Thresholdout(double threshold, double noise, int budget, Random random)
    {
        this.threshold = Check.NonNegative(threshold);
        this.noise = Check.NonNegative(noise);
        this.random = Check.NotNull(random);
        RemainingBudget = (int)Check.AtLeast(0, budget);
        noisyThreshold = threshold + Laplace(2 * noise);
    }

    /// <summary>How many more answers may come from the hold-out rows.</summary>
    public int RemainingBudget { get; private set; }

    /// <summary>Answers one query: a mean of the same function over training rows and over hold-out rows.</summary>
    /// <param name="onTraining">The mean over the training rows.</param>
    /// <param name="onHoldout">The mean over the hold-out rows.</param>
    /// <returns>
    /// The training mean where the two agree, otherwise the noisy hold-out mean; null, for every query, once the budget is gone.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A mean is not finite.</exception>
    public double? Answer(double onTraining, double onHoldout)
    {
        Check.Finite(onTraining);
        Check.Finite(onHoldout);
        if (RemainingBudget < 1)
        {
            return null;
        }

        if (Math.Abs(onHoldout - onTraining) <= noisyThreshold + Laplace(4 * noise))
        {
            return onTraining;
        }

        RemainingBudget--;
        noisyThreshold = threshold + Laplace(2 * noise);
        return onHoldout + Laplace(noise);
    }

    private double Laplace(double scale) => scale == 0 ? 0 : MathNet.Numerics.Distributions.Laplace.Sample(random, 0, scale);
}
