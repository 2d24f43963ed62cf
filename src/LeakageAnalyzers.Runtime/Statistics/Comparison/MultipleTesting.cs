namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>P-values adjusted for the number of tests, so that each can be held against the usual level.</summary>
public static class MultipleTesting
{
    /// <summary>Holm's step-down adjustment (1979): the probability of any false positive stays below the level, whatever the dependence.</summary>
    /// <param name="pValues">The p-values, in any order.</param>
    /// <returns>The adjusted p-values in the same order; empty for none.</returns>
    /// <exception cref="ArgumentException">A value is not between 0 and 1.</exception>
    public static double[] Holm(ReadOnlySpan<double> pValues)
    {
        Check.Probabilities(pValues);
        var (sorted, order) = Sort(pValues);
        var adjusted = new double[sorted.Length];
        double largest = 0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (sorted.Length - rank) * sorted[rank]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>
    /// The step-up adjustment of Benjamini and Hochberg (1995): the expected share of false positives among the rejections stays below
    /// the level, for independent or positively dependent tests.
    /// </summary>
    /// <param name="pValues">The p-values, in any order.</param>
    /// <returns>The adjusted p-values in the same order; empty for none.</returns>
    /// <exception cref="ArgumentException">A value is not between 0 and 1.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        Check.Probabilities(pValues);
        var (sorted, order) = Sort(pValues);
        var adjusted = new double[sorted.Length];
        double smallest = 1;
        for (var rank = sorted.Length - 1; rank >= 0; rank--)
        {
            smallest = Math.Min(smallest, sorted.Length * sorted[rank] / (rank + 1));
            adjusted[order[rank]] = smallest;
        }

        return adjusted;
    }

    private static (double[] Sorted, int[] Order) Sort(ReadOnlySpan<double> pValues)
    {
        var sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        return (sorted, order);
    }
}
