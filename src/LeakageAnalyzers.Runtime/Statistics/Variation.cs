namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Whether values vary at all, asked of the values themselves: a computed variance may be rounding.</summary>
internal static class Variation
{
    public static bool IsAbsent(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value != values[0])
            {
                return false;
            }
        }

        return true;
    }
}
