using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.Shift;

/// <summary>Compares a number on the two sides.</summary>
internal static class NumberShift
{
    // The exact test takes time in proportion to the product of the numbers of values.
    private const int MostValues = 2000;
    private const int FewestValues = 5;

    /// <summary>The test of Kolmogorov and Smirnov; null where a side has too few values.</summary>
    public static ShiftComparison? Compare(IEnumerable<double> train, IEnumerable<double> test)
    {
        var (trained, tested) = (Present(train), Present(test));
        if (trained.Length < FewestValues || tested.Length < FewestValues)
        {
            return null;
        }

        var result = KolmogorovSmirnovTest.Run(trained, tested);
        return new ShiftComparison(
            FormattableString.Invariant($"Kolmogorov-Smirnov D = {result.Statistic:0.00}"), result.PValue, PopulationStabilityIndex.OfSamples(trained, tested));
    }

    // Of too many values, evenly spaced ones: the first might be of one site.
    private static double[] Present(IEnumerable<double> values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value) && !double.IsInfinity(value))];
        return present.Length <= MostValues ? present : [.. Enumerable.Range(0, MostValues).Select(i => present[(long)i * present.Length / MostValues])];
    }
}
