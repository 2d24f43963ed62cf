namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Rows, predicted probability and positives summed within each bin.</summary>
internal sealed class BinnedOutcomes
{
    private readonly long[] rows;
    private readonly long[] positives;
    private readonly double[] predicted;

    private BinnedOutcomes(int bins) => (rows, positives, predicted) = (new long[bins], new long[bins], new double[bins]);

    public int Bins => rows.Length;

    public static BinnedOutcomes Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, CalibrationBinning binning)
    {
        Check.SameLength(labels, probabilities);
        Check.CountAtLeast(1, labels);
        Check.Probabilities(probabilities);
        var everyRowOnce = new int[labels.Length];
        everyRowOnce.AsSpan().Fill(1);
        return Of(labels, probabilities, Check.NotNull(binning).Assign(probabilities), binning.Bins, everyRowOnce);
    }

    public static BinnedOutcomes Of(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, ReadOnlySpan<int> binOfRow, int bins, ReadOnlySpan<int> weights)
    {
        var outcomes = new BinnedOutcomes(bins);
        for (var row = 0; row < labels.Length; row++)
        {
            var bin = binOfRow[row];
            outcomes.rows[bin] += weights[row];
            outcomes.positives[bin] += labels[row] ? weights[row] : 0;
            outcomes.predicted[bin] += weights[row] * probabilities[row];
        }

        return outcomes;
    }

    public long Rows(int bin) => rows[bin];

    public long Positives(int bin) => positives[bin];

    /// <summary>The expected number of positive rows.</summary>
    public double Predicted(int bin) => predicted[bin];

    /// <summary>Σ over bins of n_b/n |mean predicted − observed share| (Naeini et al. 2015; Guo et al. 2017).</summary>
    public double ExpectedCalibrationError()
    {
        double error = 0;
        long all = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            error += Math.Abs(predicted[bin] - positives[bin]);
            all += rows[bin];
        }

        return error / all;
    }
}
