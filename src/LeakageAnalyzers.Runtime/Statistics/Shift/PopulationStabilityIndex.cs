using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The population stability index, Σ (a − e) ln(a/e) over bins: a convention of credit scoring for how far a distribution has moved.
/// Unlike a test it does not grow with the number of rows.
/// </summary>
public static class PopulationStabilityIndex
{
    /// <summary>The convention's bound from which a shift is called moderate.</summary>
    public const double Moderate = 0.1;

    /// <summary>The convention's bound from which a shift is called major.</summary>
    public const double Major = 0.25;

    /// <summary>Compares shares of the same bins.</summary>
    /// <param name="expected">The reference share of each bin; the shares add up to 1.</param>
    /// <param name="actual">The current share of each bin.</param>
    /// <returns>The index; positive infinity if a bin is empty on one side only.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the shares are negative or do not add up to 1.</exception>
    public static double OfShares(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Check.SameLength(expected, actual);
        CheckShares(expected, nameof(expected));
        CheckShares(actual, nameof(actual));
        double index = 0;
        for (var bin = 0; bin < expected.Length; bin++)
        {
            var gap = actual[bin] - expected[bin];
            index += gap == 0 ? 0 : gap * Math.Log(actual[bin] / expected[bin]);
        }

        return index;
    }

    /// <summary>Compares two samples of a numeric column in bins cut at quantiles of the reference.</summary>
    /// <remarks>
    /// Equal quantiles merge their bins, so that a column with few values has fewer bins. Half a row is added to every bin, so that an
    /// empty one does not make the index infinite.
    /// </remarks>
    /// <param name="reference">The reference sample, at least one value, such as the training rows.</param>
    /// <param name="current">The current sample, at least one value, such as the test rows.</param>
    /// <param name="bins">The number of bins before merging, at least 2.</param>
    /// <exception cref="ArgumentException">A sample is empty, or a value is not finite: leave missing values out first.</exception>
    public static double OfSamples(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int bins = 10)
    {
        Check.CountAtLeast(1, reference);
        Check.CountAtLeast(1, current);
        Check.Finite(reference);
        Check.Finite(current);
        Check.AtLeast(2, bins);
        var sorted = reference.ToArray();
        Array.Sort(sorted);
        double[] cuts =
        [
            .. Enumerable.Range(1, bins - 1)
                .Select(bin => SortedArrayStatistics.QuantileCustom(sorted, bin / (double)bins, QuantileDefinition.R7))
                .Distinct(),
        ];
        return OfShares(SmoothedShares(reference, cuts), SmoothedShares(current, cuts));
    }

    private static double[] SmoothedShares(ReadOnlySpan<double> values, double[] cuts)
    {
        var counts = new double[cuts.Length + 1];
        counts.AsSpan().Fill(0.5);
        foreach (var value in values)
        {
            var found = Array.BinarySearch(cuts, value);
            counts[found >= 0 ? found : ~found]++;
        }

        var all = counts.Sum();
        return [.. counts.Select(count => count / all)];
    }

    private static void CheckShares(ReadOnlySpan<double> shares, string name)
    {
        Check.CountAtLeast(1, shares, name);
        Check.Probabilities(shares, name);
        double sum = 0;
        foreach (var share in shares)
        {
            sum += share;
        }

        if (Math.Abs(sum - 1) > 1e-6)
        {
            throw new ArgumentException(Invariant($"The shares add up to {sum}, not to 1."), name);
        }
    }
}
