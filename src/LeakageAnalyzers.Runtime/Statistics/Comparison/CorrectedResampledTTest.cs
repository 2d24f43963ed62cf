namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The corrected resampled t test of Nadeau and Bengio (2003), for differences over folds or repeated splits.</summary>
/// <remarks>
/// Folds share training rows, so the plain t test takes luck of the split for evidence. The variance of the mean is raised from s²/J
/// to s² (1/J + n_test/n_train).
/// </remarks>
public static class CorrectedResampledTTest
{
    /// <summary>t = (mean − margin) / √(s² (1/J + n_test/n_train)) with J − 1 degrees of freedom.</summary>
    /// <param name="differences">First model minus second on each of J splits, at least two.</param>
    /// <param name="testRows">The number of test rows of a split.</param>
    /// <param name="trainRows">The number of training rows of a split.</param>
    /// <param name="margin">The difference that the null hypothesis allows, in the unit of the differences.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two differences, one is not finite, or a split has no test or training row.
    /// </exception>
    public static MeanDifferenceTest Run(ReadOnlySpan<double> differences, long testRows, long trainRows, double margin = 0)
    {
        Check.CountAtLeast(2, differences);
        var overlap = Check.AtLeast(1, testRows) / (double)Check.AtLeast(1, trainRows);
        return PairedTTest.Run(differences, (1.0 / differences.Length) + overlap, margin);
    }
}
