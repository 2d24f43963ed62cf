namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The two-sample test of Kolmogorov and Smirnov: do two samples of one column come from the same distribution?</summary>
public sealed record KolmogorovSmirnovTest
{
    /// <summary>The largest product of the sample sizes for which the p-value is exact; the work grows with that product.</summary>
    public const long LargestExactProduct = 25_000_000;

    private KolmogorovSmirnovTest(double statistic, double pValue, bool isExact) =>
        (Statistic, PValue, IsExact) = (statistic, pValue, isExact);

    /// <summary>D: the largest distance between the two empirical distribution functions.</summary>
    public double Statistic { get; }

    /// <summary>The two-sided p-value.</summary>
    public double PValue { get; }

    /// <summary>Whether the p-value is exact, rather than Kolmogorov's limit for large samples.</summary>
    public bool IsExact { get; }

    /// <summary>Runs the test.</summary>
    /// <remarks>
    /// Exact p-values count the lattice paths that stray as far as D (Hodges 1957); with ties they are exact given the tied values.
    /// Infinite values are allowed, since only the order counts.
    /// </remarks>
    /// <param name="first">The first sample, at least one value.</param>
    /// <param name="second">The second sample, at least one value.</param>
    /// <exception cref="ArgumentException">A sample is empty, or a value is NaN: leave missing values out first.</exception>
    public static KolmogorovSmirnovTest Run(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Check.CountAtLeast(1, first);
        Check.CountAtLeast(1, second);
        Check.Scores(first);
        Check.Scores(second);
        var (m, n) = (first.Length, second.Length);
        var (distance, endsRun) = Compare(first, second);
        var statistic = distance / ((double)m * n);
        var isExact = (long)m * n <= LargestExactProduct;
        var pValue = isExact
            ? ProbabilityOfStraying(m, n, distance, endsRun)
            : KolmogorovLimit(statistic * Math.Sqrt((double)m * n / ((double)m + n)));
        return new KolmogorovSmirnovTest(statistic, pValue, isExact);
    }

    /// <summary>Kolmogorov's limiting tail, 2 Σ (−1)ᵏ⁻¹ exp(−2k²λ²), by the form that converges fast.</summary>
    internal static double KolmogorovLimit(double lambda)
    {
        if (lambda <= 0)
        {
            return 1;
        }

        double sum = 0;
        if (lambda < 1)
        {
            for (var k = 1; k <= 39; k += 2)
            {
                sum += Math.Exp(-k * k * Math.PI * Math.PI / (8 * lambda * lambda));
            }

            return Math.Max(0, 1 - (Math.Sqrt(2 * Math.PI) / lambda * sum));
        }

        for (var k = 1; k <= 20; k++)
        {
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * lambda * lambda);
        }

        return sum;
    }

    /// <summary>The largest |i n − j m| over the pooled values, a whole number, and where runs of equal values end.</summary>
    private static (long Distance, bool[] EndsRun) Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (m, n) = (first.Length, second.Length);
        double[] pooled = [.. first, .. second];
        var isFirst = new bool[pooled.Length];
        isFirst.AsSpan(0, m).Fill(true);
        Array.Sort(pooled, isFirst);
        var endsRun = new bool[pooled.Length + 1];
        long here = 0, largest = 0;
        for (var count = 1; count <= pooled.Length; count++)
        {
            here += isFirst[count - 1] ? n : -m;
            endsRun[count] = count == pooled.Length || pooled[count] != pooled[count - 1];
            largest = endsRun[count] ? Math.Max(largest, Math.Abs(here)) : largest;
        }

        return (largest, endsRun);
    }

    /// <summary>
    /// The probability that a random order of m and n values somewhere shows at least the distance. A random path to (i, j) comes from
    /// (i − 1, j) with probability i / (i + j); only sums of positive terms occur, so small p-values keep all their digits.
    /// </summary>
    private static double ProbabilityOfStraying(int m, int n, long distance, bool[] endsRun)
    {
        if (distance == 0)
        {
            return 1;
        }

        var strayed = new double[n + 1];
        for (var i = 0; i <= m; i++)
        {
            for (var j = 0; j <= n; j++)
            {
                if (endsRun[i + j] && Math.Abs(((long)i * n) - ((long)j * m)) >= distance)
                {
                    strayed[j] = 1;
                }
                else if (i + j > 0)
                {
                    var fromFirst = i == 0 ? 0 : strayed[j] * i;
                    var fromSecond = j == 0 ? 0 : strayed[j - 1] * j;
                    strayed[j] = (fromFirst + fromSecond) / (i + j);
                }
            }
        }

        return strayed[n];
    }
}
