using MathNet.Numerics.RootFinding;
using MathNet.Numerics.Statistics;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The interval of an expected calibration error by the test-inversion bootstrap (Carpenter 1999). The error sums absolute gaps, and so counts their noise as
/// miscalibration: a calibrated model never scores 0, resamples add their own noise, and the quantiles of resamples need not hold the truth even once.
/// </summary>
/// <remarks>
/// Resamples give the joint noise of the bins' gaps. An error is in the interval unless gaps of that size under this noise would give the value that was found,
/// or a more extreme one, in less than (1 − level) / 2 of the resamples. For the lower end gaps are distributed over the bins as they were found, for the upper end
/// as √(gap² + variance): small gaps, of which noise shows the wrong sign, add less to the sum than they hide.
/// </remarks>
internal sealed class CalibrationErrorInterval
{
    private const int MostSteps = 100;
    private const double Accuracy = 1e-9;

    private readonly double[] gaps;
    private readonly double[][] noise;
    private readonly double found;
    private readonly double[] errors;

    private CalibrationErrorInterval(double[] gaps, double[][] noise) =>
        (this.gaps, this.noise, found, errors) = (gaps, noise, gaps.Sum(Math.Abs), new double[noise[0].Length]);

    /// <summary>What the interval needs of every resample: its number of rows, then the sum of probability less outcome in every bin that holds rows.</summary>
    /// <param name="outcomes">What happened in every row.</param>
    /// <param name="probabilities">The probability that each was given.</param>
    /// <param name="binning">The bins, filled once for all resamples.</param>
    public static IReadOnlyList<WeightedStatistic> Statistics(bool[] outcomes, double[] probabilities, CalibrationBinning binning)
    {
        var rowsOfBin = binning.Assign(probabilities).Select((bin, row) => (bin, row)).GroupBy(pair => pair.bin, pair => pair.row).Select(rows => rows.ToArray());
        WeightedStatistic SumOver(int[] rows) => weights =>
        {
            double sum = 0;
            foreach (var row in rows)
            {
                sum += weights[row] * (probabilities[row] - (outcomes[row] ? 1 : 0));
            }

            return sum;
        };
        WeightedStatistic countRows = weights =>
        {
            long count = 0;
            foreach (var weight in weights)
            {
                count += weight;
            }

            return count;
        };
        return [countRows, .. rowsOfBin.Select(SumOver)];
    }

    /// <summary>The interval; from 0 where a calibrated model could score as much.</summary>
    /// <param name="drawn">The distributions of <see cref="Statistics"/>.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    public static ConfidenceInterval Of(IReadOnlyList<BootstrapDistribution> drawn, double level)
    {
        var (rows, bins) = (drawn[0], drawn.Skip(1));
        return new CalibrationErrorInterval(
            [.. bins.Select(bin => bin.Estimate / rows.Estimate)],
            [.. bins.Select(bin => bin.Replicates.Zip(rows.Replicates, (sum, count) => (sum / count) - (bin.Estimate / rows.Estimate)).ToArray())]).At(level);
    }

    private ConfidenceInterval At(double level)
    {
        var tail = (1 - Check.Level(level)) / 2;
        double[] spread = [.. gaps.Zip(noise, (gap, errors) => (gap < 0 ? -1 : 1) * Math.Sqrt((gap * gap) + errors.Average(error => error * error)))];

        // The value itself is never excluded from above: below it lies only what noise could have added.
        return new ConfidenceInterval(Math.Min(found, ErrorAt(gaps, 1 - tail)), Math.Max(found, ErrorAt(spread, tail)), level);
    }

    /// <summary>The true error, its gaps distributed as given, of which the value that was found is the given quantile; 0 where it is less than that of calibrated gaps.</summary>
    private double ErrorAt(double[] distribution, double tail)
    {
        double Excess(double factor) => Quantile(distribution, factor, tail) - found;
        var size = distribution.Sum(Math.Abs);
        if (size == 0 || Excess(0) >= 0)
        {
            return 0;
        }

        double low = 0, high = 1;
        while (Excess(high) < 0)
        {
            (low, high) = (high, 2 * high);
        }

        return size * Brent.FindRoot(Excess, low, high, Accuracy, MostSteps);
    }

    private double Quantile(double[] distribution, double factor, double tail)
    {
        Array.Clear(errors, 0, errors.Length);
        for (var bin = 0; bin < noise.Length; bin++)
        {
            var (gap, noiseOfBin) = (factor * distribution[bin], noise[bin]);
            for (var resample = 0; resample < errors.Length; resample++)
            {
                errors[resample] += Math.Abs(gap + noiseOfBin[resample]);
            }
        }

        // Selects in place: a sort would be most of the work.
        return ArrayStatistics.QuantileCustomInplace(errors, tail, QuantileDefinition.R7);
    }
}
