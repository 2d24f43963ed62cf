using LeakageAnalyzers.Runtime.Progress;
using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The squared maximum mean discrepancy of two samples of rows (Gretton et al. 2012), under the Gaussian kernel exp(−d²/2s²): zero where
/// the distributions agree in every respect, over all columns jointly.
/// </summary>
/// <remarks>
/// Time and memory grow with the square of the rows: draw a sample of each side first. Columns should be on comparable scales. The
/// bandwidth s is the median distance between pooled rows; where that is zero, the median of the distances that are not.
/// </remarks>
public sealed record MaximumMeanDiscrepancy
{
    /// <summary>The most pooled rows that are taken, for the sake of the matrix of their distances.</summary>
    public const int MostRows = 4000;

    private MaximumMeanDiscrepancy(double unbiased, double biased, double bandwidth, double? pValue) =>
        (Unbiased, Biased, Bandwidth, PValue) = (unbiased, biased, bandwidth, pValue);

    /// <summary>The unbiased estimate of the squared discrepancy; it can be slightly negative.</summary>
    public double Unbiased { get; }

    /// <summary>The biased estimate of the squared discrepancy; never negative.</summary>
    public double Biased { get; }

    /// <summary>The kernel's bandwidth s; 0 if all rows coincide, and both estimates are 0 then.</summary>
    public double Bandwidth { get; }

    /// <summary>
    /// The share of relabellings of the pooled rows with at least this unbiased estimate, (1 + count) / (1 + permutations); null if
    /// none were asked for.
    /// </summary>
    public double? PValue { get; }

    /// <summary>Estimates the discrepancy of two samples of rows, and tests it by permutation.</summary>
    /// <param name="first">The first sample: at least two rows, each an array of the same length.</param>
    /// <param name="second">The second sample: at least two rows of that length.</param>
    /// <param name="permutations">The number of random relabellings; 0 for the estimates alone.</param>
    /// <param name="seed">Decides the relabellings.</param>
    /// <param name="progress">Told of the share of relabellings that are done, some hundred times.</param>
    /// <param name="cancellation">Stops before the next relabelling.</param>
    /// <exception cref="ArgumentException">
    /// A sample has fewer than two rows, there are more than <see cref="MostRows"/> in all, rows differ in length, or a value is not
    /// finite.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MaximumMeanDiscrepancy Of(
        IReadOnlyList<double[]> first, IReadOnlyList<double[]> second, int permutations = 0, int seed = 1,
        IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(first);
        Check.NotNull(second);
        Check.AtLeast(0, permutations);
        var call = new LongCall(progress, cancellation).Part("permutations", 0, 1);
        double[][] pooled = [.. first, .. second];
        CheckRows(pooled, first.Count, second.Count);
        var squaredDistances = SquaredDistances(pooled);
        var bandwidth = MedianDistance(squaredDistances);
        var kernel = new KernelSums(squaredDistances, pooled.Length, bandwidth);
        int[] order = [.. Enumerable.Range(0, pooled.Length)];
        var (unbiased, biased) = kernel.Discrepancy(order, first.Count);
        return new MaximumMeanDiscrepancy(
            unbiased, biased, bandwidth, permutations == 0 ? null : Permute(kernel, order, first.Count, unbiased, permutations, seed, call));
    }

    private static double Permute(KernelSums kernel, int[] order, int firstCount, double observed, int permutations, int seed, LongCall call)
    {
        var random = RandomStream.Of(seed);
        var atLeastAsGreat = 0;
        for (var permutation = 0; permutation < permutations; permutation++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = random.Next(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            atLeastAsGreat += kernel.Discrepancy(order, firstCount).Unbiased >= observed - 1e-12 ? 1 : 0;
            call.Count(permutation + 1, permutations);
        }

        return (1.0 + atLeastAsGreat) / (1.0 + permutations);
    }

    private static void CheckRows(double[][] pooled, int firstCount, int secondCount)
    {
        if (firstCount < 2 || secondCount < 2 || pooled.Length > MostRows)
        {
            throw new ArgumentException(
                Invariant($"Samples of {firstCount} and {secondCount} rows: each needs at least 2, and both together at most {MostRows}."));
        }

        for (var row = 0; row < pooled.Length; row++)
        {
            if (pooled[row].Length != pooled[0].Length)
            {
                throw new ArgumentException(
                    Invariant($"Pooled row {row} has {pooled[row].Length} values, the first one {pooled[0].Length}."));
            }

            Check.Finite(pooled[row], Invariant($"pooled row {row}"));
        }
    }

    /// <summary>The lower triangle of the matrix of squared distances, row after row, without the diagonal.</summary>
    private static double[] SquaredDistances(double[][] rows)
    {
        var squared = new double[rows.Length * (rows.Length - 1) / 2];
        var next = 0;
        for (var i = 1; i < rows.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                double sum = 0;
                for (var column = 0; column < rows[i].Length; column++)
                {
                    var difference = rows[i][column] - rows[j][column];
                    sum += difference * difference;
                }

                squared[next++] = sum;
            }
        }

        return squared;
    }

    private static double MedianDistance(double[] squaredDistances)
    {
        var distances = Array.ConvertAll(squaredDistances, Math.Sqrt);
        var median = ArrayStatistics.MedianInplace(distances);
        if (median > 0)
        {
            return median;
        }

        double[] positive = [.. distances.Where(distance => distance > 0)];
        return positive.Length == 0 ? 0 : ArrayStatistics.MedianInplace(positive);
    }

    /// <summary>The kernel of every pair of rows, and its sums over a division of the rows into two samples.</summary>
    private sealed class KernelSums
    {
        private readonly double[] kernel;
        private readonly int rows;

        public KernelSums(double[] squaredDistances, int rows, double bandwidth)
        {
            this.rows = rows;
            var scale = 2 * bandwidth * bandwidth;
            kernel = Array.ConvertAll(squaredDistances, squared => squared == 0 ? 1 : Math.Exp(-squared / scale));
        }

        /// <summary>The discrepancy if the first so many rows of an order are the first sample.</summary>
        public (double Unbiased, double Biased) Discrepancy(int[] order, int firstCount)
        {
            var isFirst = new bool[rows];
            for (var i = 0; i < firstCount; i++)
            {
                isFirst[order[i]] = true;
            }

            double withinFirst = 0, withinSecond = 0, between = 0;
            var next = 0;
            for (var i = 1; i < rows; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var value = kernel[next++];
                    if (isFirst[i] != isFirst[j])
                    {
                        between += value;
                    }
                    else if (isFirst[i])
                    {
                        withinFirst += value;
                    }
                    else
                    {
                        withinSecond += value;
                    }
                }
            }

            double m = firstCount, n = rows - firstCount;
            var cross = 2 * between / (m * n);
            var unbiased = (2 * withinFirst / (m * (m - 1))) + (2 * withinSecond / (n * (n - 1))) - cross;
            var biased = (((2 * withinFirst) + m) / (m * m)) + (((2 * withinSecond) + n) / (n * n)) - cross;
            return (unbiased, biased);
        }
    }
}
