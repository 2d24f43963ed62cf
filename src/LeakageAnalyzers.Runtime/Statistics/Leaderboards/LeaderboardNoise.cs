using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The evaluation noise of a challenge, seen in how its entries' scores differ between the public and the private test rows, against
/// the gap between the winner and the top tenth: Fig. 3 of Varoquaux and Cheplygina (2022, npj Digital Medicine 5:48).
/// </summary>
/// <remarks>
/// Noise is half the distance from the 5th to the 95th percentile of the differences. The standard deviation is not used: a few broken
/// submissions suffice to hide a real improvement in it. Scores are turned so that higher is better.
/// </remarks>
public sealed record LeaderboardNoise
{
    private LeaderboardNoise()
    {
    }

    /// <summary>The number of entries used.</summary>
    public required int Entries { get; init; }

    /// <summary>The number of entries left out as failed submissions.</summary>
    public required int FailedEntries { get; init; }

    /// <summary>The best private score less the 90th percentile of private scores; not negative.</summary>
    public required double WinnerGap { get; init; }

    /// <summary>The median difference, private minus public; negative where entries had overfitted the public rows.</summary>
    public required double Shift { get; init; }

    /// <summary>The 5th percentile of the differences.</summary>
    public required double FifthPercentile { get; init; }

    /// <summary>The 95th percentile of the differences.</summary>
    public required double NinetyFifthPercentile { get; init; }

    /// <summary>The distance between the quartiles of the differences.</summary>
    public required double InterquartileRange { get; init; }

    /// <summary>The evaluation noise: half the distance from the 5th to the 95th percentile of the differences.</summary>
    public double Noise => (NinetyFifthPercentile - FifthPercentile) / 2;

    /// <summary>
    /// Overfit if the entries fell by more than the winner's gap, else a real improvement if the gap exceeds the noise, else
    /// diminishing returns.
    /// </summary>
    public LeaderboardVerdict Verdict => Judge(WinnerGap, Noise, Shift);

    /// <summary>Analyses one challenge.</summary>
    /// <param name="publicScores">Each entry's score on the public test rows; at least two entries.</param>
    /// <param name="privateScores">The same entries' scores on the private test rows.</param>
    /// <param name="higherIsBetter">The metric's direction.</param>
    /// <param name="failedAtOrBelow">
    /// Entries whose public score is at or below this are failed submissions and left out, as in the paper. Null keeps all, for metrics
    /// that may rightly be negative.
    /// </param>
    /// <exception cref="ArgumentException">The lengths differ, a score is not finite, or fewer than two entries are left.</exception>
    public static LeaderboardNoise Of(
        ReadOnlySpan<double> publicScores, ReadOnlySpan<double> privateScores, bool higherIsBetter, double? failedAtOrBelow = 0)
    {
        Check.SameLength(publicScores, privateScores);
        Check.Finite(publicScores);
        Check.Finite(privateScores);
        var sign = higherIsBetter ? 1 : -1;
        var (scores, differences) = (new List<double>(), new List<double>());
        for (var entry = 0; entry < publicScores.Length; entry++)
        {
            if (!(publicScores[entry] <= failedAtOrBelow))
            {
                scores.Add(sign * privateScores[entry]);
                differences.Add(sign * (privateScores[entry] - publicScores[entry]));
            }
        }

        if (scores.Count < 2)
        {
            throw new ArgumentException(
                Invariant($"{scores.Count} of {publicScores.Length} entries are left; noise shows from two on."), nameof(publicScores));
        }

        return From([.. scores.OrderBy(score => score)], [.. differences.OrderBy(difference => difference)], publicScores.Length - scores.Count);
    }

    /// <summary>Analyses every challenge of a list of entries.</summary>
    /// <param name="entries">The entries of any number of challenges, in any order.</param>
    /// <param name="higherIsBetter">The direction of each challenge's metric, by the challenge's name.</param>
    /// <param name="failedAtOrBelow">Entries whose public score is at or below this are left out; null keeps all.</param>
    /// <returns>One analysis a challenge, by its name.</returns>
    /// <exception cref="ArgumentException">A score is not finite, or a challenge has fewer than two entries.</exception>
    public static IReadOnlyDictionary<string, LeaderboardNoise> OfChallenges(
        IEnumerable<LeaderboardEntry> entries, Func<string, bool> higherIsBetter, double? failedAtOrBelow = 0)
    {
        Check.NotNull(higherIsBetter);
        return Check.NotNull(entries).GroupBy(entry => entry.Challenge).ToDictionary(
            challenge => challenge.Key,
            challenge => Of(
                [.. challenge.Select(entry => entry.Public)],
                [.. challenge.Select(entry => entry.Private)],
                higherIsBetter(challenge.Key),
                failedAtOrBelow));
    }

    internal static LeaderboardVerdict Judge(double winnerGap, double noise, double shift) =>
        -shift > winnerGap ? LeaderboardVerdict.Overfit
        : winnerGap > noise ? LeaderboardVerdict.RealImprovement
        : LeaderboardVerdict.DiminishingReturns;

    private static LeaderboardNoise From(double[] sortedScores, double[] sortedDifferences, int failed) => new()
    {
        Entries = sortedScores.Length,
        FailedEntries = failed,
        WinnerGap = sortedScores[sortedScores.Length - 1] - Quantile(sortedScores, 0.9),
        Shift = Quantile(sortedDifferences, 0.5),
        FifthPercentile = Quantile(sortedDifferences, 0.05),
        NinetyFifthPercentile = Quantile(sortedDifferences, 0.95),
        InterquartileRange = Quantile(sortedDifferences, 0.75) - Quantile(sortedDifferences, 0.25),
    };

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
