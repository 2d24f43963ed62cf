using MathNet.Numerics.Statistics;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Student's paired t test of independent differences, such as one a patient or one an independent data set.</summary>
/// <remarks>Differences over folds or repeated splits are not independent: use <see cref="CorrectedResampledTTest"/> for those.</remarks>
public static class PairedTTest
{
    /// <summary>t = (mean − margin) / (s / √n) with n − 1 degrees of freedom.</summary>
    /// <param name="differences">First model minus second, at least two.</param>
    /// <param name="margin">The difference that the null hypothesis allows, in the unit of the differences.</param>
    /// <exception cref="ArgumentException">There are fewer than two differences, or one is not finite.</exception>
    public static MeanDifferenceTest Run(ReadOnlySpan<double> differences, double margin = 0) =>
        Run(differences, 1.0 / Math.Max(1, differences.Length), margin);

    /// <summary>The test with a given ratio of the mean's variance to the variance of one difference.</summary>
    internal static MeanDifferenceTest Run(ReadOnlySpan<double> differences, double varianceRatio, double margin)
    {
        Check.CountAtLeast(2, differences);
        Check.Finite(differences);
        Check.Finite(margin);
        var values = differences.ToArray();

        // Rounding of the mean must not make equal differences look spread.
        return Variation.IsAbsent(differences)
            ? new MeanDifferenceTest(values[0], 0, values.Length - 1, margin)
            : new MeanDifferenceTest(
                ArrayStatistics.Mean(values), Math.Sqrt(ArrayStatistics.Variance(values) * varianceRatio), values.Length - 1, margin);
    }
}
