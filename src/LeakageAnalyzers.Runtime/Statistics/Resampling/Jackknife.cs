namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>A statistic with one unit (row or group) left out at a time, as the BCa interval needs it.</summary>
public static class Jackknife
{
    /// <summary>Computes the statistic without each unit in turn.</summary>
    /// <remarks>
    /// With more units than <paramref name="mostBlocks"/>, units are left out in that many blocks (every k-th unit); the acceleration
    /// has the same expectation then (Efron and Narasimhan 2020). A statistic without value where a unit is missing is refused.
    /// </remarks>
    /// <param name="resampling">Says what a unit is.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="mostBlocks">The most often that the statistic is computed, at least 2.</param>
    /// <param name="cancellation">Stops before the next value.</param>
    /// <returns>One value a unit, or a block of units.</returns>
    /// <exception cref="ArgumentException">The statistic is not finite without some unit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] Run(Resampling resampling, WeightedStatistic statistic, int mostBlocks = 1000, CancellationToken cancellation = default)
    {
        Check.NotNull(resampling);
        Check.NotNull(statistic);
        Check.AtLeast(2, mostBlocks);
        var blocks = Math.Min(resampling.UnitCount, mostBlocks);
        var values = new double[blocks];
        var unitWeights = new int[resampling.UnitCount];
        var weights = new int[resampling.RowCount];
        for (var block = 0; block < blocks; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            unitWeights.AsSpan().Fill(1);
            for (var unit = block; unit < unitWeights.Length; unit += blocks)
            {
                unitWeights[unit] = 0;
            }

            resampling.Spread(unitWeights, weights);
            values[block] = statistic(weights);
        }

        Check.Finite(values, nameof(statistic));
        return values;
    }

    /// <summary>Σu³ / (6 (Σu²)^1.5) with u the mean of the values minus each; 0 if all are equal.</summary>
    internal static double Acceleration(ReadOnlySpan<double> leaveOneOut)
    {
        Check.CountAtLeast(2, leaveOneOut);
        Check.Finite(leaveOneOut);
        double sum = 0, squares = 0, cubes = 0;
        foreach (var value in leaveOneOut)
        {
            sum += value;
        }

        var mean = sum / leaveOneOut.Length;
        foreach (var value in leaveOneOut)
        {
            var influence = mean - value;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }

        return squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
    }
}
