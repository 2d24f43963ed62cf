namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The mean over a resample; NaN if the resample holds no row.</summary>
internal static class WeightedMean
{
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        long count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            sum += weights[row] * values[row];
            count += weights[row];
        }

        return sum / count;
    }
}
