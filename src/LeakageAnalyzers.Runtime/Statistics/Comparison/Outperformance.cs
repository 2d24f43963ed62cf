using MathNet.Numerics.Distributions;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// How probable it is that one learning procedure beats another when everything that varies varies: seeds, splits, initialisation.
/// The criterion of Bouthillier et al. (2021, MLSys, arXiv 2103.03098).
/// </summary>
public sealed record Outperformance
{
    private Outperformance(double probability, ConfidenceInterval interval, double gamma, int pairs) =>
        (Probability, Interval, Gamma, Pairs) = (probability, interval, gamma, pairs);

    /// <summary>P(A &gt; B): the share of paired runs that the first procedure wins, ties counting one half.</summary>
    public double Probability { get; }

    /// <summary>
    /// The percentile-bootstrap interval over pairs. Where every pair says the same the bootstrap sees no variation, however few they
    /// are; the Wilson interval is given then.
    /// </summary>
    public ConfidenceInterval Interval { get; }

    /// <summary>The probability from which an improvement is called meaningful.</summary>
    public double Gamma { get; }

    /// <summary>The number of paired runs.</summary>
    public int Pairs { get; }

    /// <summary>The verdict of the paper's three-way rule.</summary>
    public OutperformanceVerdict Verdict =>
        Interval.Lower <= 0.5 ? OutperformanceVerdict.NotSignificant
        : Interval.Upper <= Gamma ? OutperformanceVerdict.SignificantNotMeaningful
        : OutperformanceVerdict.SignificantAndMeaningful;

    /// <summary>Compares paired runs: both procedures under the same seed and split.</summary>
    /// <param name="first">The first procedure's score of every run, higher being better.</param>
    /// <param name="second">The second procedure's score of every run.</param>
    /// <param name="gamma">The probability from which an improvement is meaningful, above 0.5; the paper recommends 0.75.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <param name="resamples">The number of bootstrap resamples.</param>
    /// <param name="seed">Decides the resamples.</param>
    /// <param name="cancellation">Stops before the next resample.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than two runs, or a score is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Outperformance Of(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        double gamma = 0.75,
        double level = 0.95,
        int resamples = 2000,
        int seed = 1,
        CancellationToken cancellation = default)
    {
        Check.SameLength(first, second);
        Check.CountAtLeast(2, first);
        Check.Finite(first);
        Check.Finite(second);
        CheckGamma(gamma);
        var wins = new double[first.Length];
        for (var pair = 0; pair < wins.Length; pair++)
        {
            wins[pair] = (1 + Math.Sign(first[pair] - second[pair])) / 2.0;
        }

        var probability = wins.Sum() / wins.Length;
        var interval = probability is 0 or 1
            ? ProportionInterval.Wilson((long)wins.Sum(), wins.Length, level)
            : Bootstrap.Run(Resampling.OfRows(wins.Length), weights => WeightedMean.Of(wins, weights), resamples, seed, cancellation: cancellation).Percentile(level);
        return new Outperformance(probability, interval, gamma, wins.Length);
    }

    /// <summary>The number of paired runs that shows P(A &gt; B) = γ, after Noether (1987): ⌈((z₁₋α − z_β) / (√6 (½ − γ)))²⌉.</summary>
    /// <param name="gamma">The probability to be shown, above 0.5.</param>
    /// <param name="alpha">The rate of false positives.</param>
    /// <param name="beta">The rate of false negatives.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static int PairsNeeded(double gamma = 0.75, double alpha = 0.05, double beta = 0.05)
    {
        CheckGamma(gamma);
        var z = Normal.InvCDF(0, 1, 1 - Check.InsideUnitInterval(alpha)) - Normal.InvCDF(0, 1, Check.InsideUnitInterval(beta));
        var root = z / (Math.Sqrt(6) * (0.5 - gamma));
        return (int)Math.Ceiling(root * root);
    }

    private static void CheckGamma(double gamma)
    {
        if (!(gamma > 0.5 && gamma < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "The probability of a meaningful improvement must lie between 0.5 and 1.");
        }
    }
}
