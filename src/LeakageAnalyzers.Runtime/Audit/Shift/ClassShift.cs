using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.Shift;

/// <summary>Compares classes on the two sides.</summary>
internal static class ClassShift
{
    /// <summary>Labels with more values are no classes.</summary>
    public const int MostClasses = 20;

    private const int Permutations = 999;

    /// <summary>
    /// The chi-squared statistic with its p-value by permutation, which holds for small counts too; null where a side is empty, or there is one class or too many.
    /// </summary>
    public static ShiftComparison? Compare(IEnumerable<string?> train, IEnumerable<string?> test, int seed)
    {
        string[] trained = [.. train.OfType<string>()];
        string[] pooled = [.. trained, .. test.OfType<string>()];
        string[] classes = [.. pooled.Distinct().OrderBy(name => name, StringComparer.Ordinal)];
        if (trained.Length == 0 || trained.Length == pooled.Length || classes.Length is < 2 or > MostClasses)
        {
            return null;
        }

        var codes = Array.ConvertAll(pooled, name => Array.IndexOf(classes, name));
        var totals = CountsOf(codes, classes.Length);
        var first = CountsOf(codes.AsSpan(0, trained.Length), classes.Length);
        var observed = ChiSquaredTest.Of(first, Rest(totals, first)).Statistic;
        var random = RandomStream.Of(seed);
        var asLarge = 0;
        for (var permutation = 0; permutation < Permutations; permutation++)
        {
            Shuffle(codes, trained.Length, random);
            var drawn = CountsOf(codes.AsSpan(0, trained.Length), classes.Length);
            asLarge += ChiSquaredTest.Of(drawn, Rest(totals, drawn)).Statistic >= observed * (1 - 1e-9) ? 1 : 0;
        }

        return new ShiftComparison(
            FormattableString.Invariant($"chi-squared = {observed:0.0} over {classes.Length} classes"), (1 + asLarge) / (1.0 + Permutations), StabilityIndex(first, Rest(totals, first)));
    }

    // Half a row is added to every class, as in bins of numbers.
    private static double StabilityIndex(long[] train, long[] test)
    {
        double[] Shares(long[] counts) => Array.ConvertAll(counts, count => (count + 0.5) / (counts.Sum() + (counts.Length / 2.0)));

        return PopulationStabilityIndex.OfShares(Shares(train), Shares(test));
    }

    private static long[] CountsOf(ReadOnlySpan<int> codes, int classes)
    {
        var counts = new long[classes];
        foreach (var code in codes)
        {
            counts[code]++;
        }

        return counts;
    }

    private static long[] Rest(long[] totals, long[] counts) => [.. totals.Zip(counts, (total, count) => total - count)];

    // Fisher and Yates, as far as the first side goes.
    private static void Shuffle(int[] codes, int drawn, Random random)
    {
        for (var i = 0; i < drawn; i++)
        {
            var j = random.Next(i, codes.Length);
            (codes[i], codes[j]) = (codes[j], codes[i]);
        }
    }
}
