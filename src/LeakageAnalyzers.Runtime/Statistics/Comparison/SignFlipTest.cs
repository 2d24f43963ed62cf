namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Fisher's paired permutation test: if the models were exchangeable, every difference could as well have the other sign.
/// </summary>
/// <remarks>
/// Each value must be independent of the others: give one difference a row, or, where rows of one patient depend on each other, the
/// total of each patient. Differences that are all zero give p = 1.
/// </remarks>
public static class SignFlipTest
{
    /// <summary>The most differences whose sign vectors are all tried: 2²⁴ of them.</summary>
    public const int MostExactDifferences = 24;

    private const int SignsOfOneDraw = 24;

    // 2¹² vectors.
    private const int DifferencesBetweenLooks = 12;

    /// <summary>Tries every vector of signs, the observed one included.</summary>
    /// <param name="differences">First model minus second, one to <see cref="MostExactDifferences"/>.</param>
    /// <param name="cancellation">Stops within a few thousand vectors.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationTestResult Exact(ReadOnlySpan<double> differences, CancellationToken cancellation = default)
    {
        if (differences.Length > MostExactDifferences)
        {
            throw new ArgumentException(
                $"{differences.Length} differences have too many sign vectors to try them all; use MonteCarlo beyond {MostExactDifferences}.",
                nameof(differences));
        }

        var tally = new Tally(differences);
        CountFrom(differences, 0, tally, cancellation);
        return new PermutationTestResult(
            tally.AtLeastAsExtreme / (double)tally.Vectors, tally.AtLeastAsGreat / (double)tally.Vectors, tally.Vectors, IsExact: true);
    }

    /// <summary>Tries random vectors of signs; p = (1 + count) / (1 + vectors), after Phipson and Smyth (2010).</summary>
    /// <param name="differences">First model minus second, at least one.</param>
    /// <param name="vectors">The number of random sign vectors, at least 1.</param>
    /// <param name="seed">Decides the result together with the differences.</param>
    /// <param name="cancellation">Stops before the next vector.</param>
    /// <exception cref="ArgumentException">There is no difference, or one is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationTestResult MonteCarlo(ReadOnlySpan<double> differences, int vectors = 9999, int seed = 1, CancellationToken cancellation = default) =>
        MonteCarlo(differences, vectors, RandomStream.Of(seed), cancellation);

    /// <summary>Tries random vectors of signs; p = (1 + count) / (1 + vectors), after Phipson and Smyth (2010).</summary>
    /// <param name="differences">First model minus second, at least one.</param>
    /// <param name="vectors">The number of random sign vectors, at least 1.</param>
    /// <param name="random">The source of signs; only <see cref="Random.Next(int)"/> is called.</param>
    /// <param name="cancellation">Stops before the next vector.</param>
    /// <exception cref="ArgumentException">There is no difference, or one is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationTestResult MonteCarlo(ReadOnlySpan<double> differences, int vectors, Random random, CancellationToken cancellation = default)
    {
        Check.AtLeast(1, vectors);
        Check.NotNull(random);
        var tally = new Tally(differences);
        for (var vector = 0; vector < vectors; vector++)
        {
            cancellation.ThrowIfCancellationRequested();
            tally.Add(SumWithRandomSigns(differences, random));
        }

        return new PermutationTestResult(
            (1.0 + tally.AtLeastAsExtreme) / (1.0 + vectors), (1.0 + tally.AtLeastAsGreat) / (1.0 + vectors), vectors, IsExact: false);
    }

    private static void CountFrom(ReadOnlySpan<double> differences, double sum, Tally tally, CancellationToken cancellation)
    {
        if (differences.Length == DifferencesBetweenLooks)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if (differences.IsEmpty)
        {
            tally.Add(sum);
            return;
        }

        CountFrom(differences.Slice(1), sum + differences[0], tally, cancellation);
        CountFrom(differences.Slice(1), sum - differences[0], tally, cancellation);
    }

    private static double SumWithRandomSigns(ReadOnlySpan<double> differences, Random random)
    {
        double sum = 0;
        var signs = 0;
        for (var i = 0; i < differences.Length; i++)
        {
            signs = i % SignsOfOneDraw == 0 ? random.Next(1 << SignsOfOneDraw) : signs >> 1;
            sum += (signs & 1) == 0 ? differences[i] : -differences[i];
        }

        return sum;
    }

    /// <summary>Counts sums as extreme as the observed one; sums that differ by rounding only count as equal.</summary>
    private sealed class Tally
    {
        private readonly double observed;
        private readonly double rounding;

        public Tally(ReadOnlySpan<double> differences)
        {
            Check.CountAtLeast(1, differences);
            Check.Finite(differences);
            foreach (var difference in differences)
            {
                observed += difference;
                rounding += 1e-12 * Math.Abs(difference);
            }
        }

        public long Vectors { get; private set; }

        public long AtLeastAsGreat { get; private set; }

        public long AtLeastAsExtreme { get; private set; }

        public void Add(double sum)
        {
            Vectors++;
            AtLeastAsGreat += sum >= observed - rounding ? 1 : 0;
            AtLeastAsExtreme += Math.Abs(sum) >= Math.Abs(observed) - rounding ? 1 : 0;
        }
    }
}
