namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Murphy's decomposition of the Brier score (1973): reliability − resolution + uncertainty, with the within-bin term of Stephenson,
/// Coelho and Jolliffe (2008), without which bins of unequal probabilities do not add up.
/// </summary>
/// <param name="Reliability">The mean squared gap between a bin's mean prediction and its observed share; lower is better.</param>
/// <param name="Resolution">The mean squared gap between a bin's observed share and the overall one; higher is better.</param>
/// <param name="Uncertainty">φ(1 − φ): the score of predicting the overall share φ, which no model decides.</param>
/// <param name="WithinBin">Variance of the predictions within bins less twice their covariance with the outcome.</param>
public sealed record BrierDecomposition(double Reliability, double Resolution, double Uncertainty, double WithinBin)
{
    /// <summary>The Brier score, which the parts add up to.</summary>
    public double Score => Reliability - Resolution + Uncertainty + WithinBin;

    /// <summary>Decomposes the score.</summary>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <param name="binning">How bins are made.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no row, a value is not a probability, or there are fewer rows than bins of equal mass.
    /// </exception>
    public static BrierDecomposition Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, CalibrationBinning binning)
    {
        var outcomes = BinnedOutcomes.Of(labels, probabilities, binning);
        double rows = labels.Length;
        var overall = Check.CountPositives(labels) / rows;
        double reliability = 0, resolution = 0;
        for (var bin = 0; bin < outcomes.Bins; bin++)
        {
            if (outcomes.Rows(bin) > 0)
            {
                double size = outcomes.Rows(bin);
                var observed = outcomes.Positives(bin) / size;
                reliability += size * Square((outcomes.Predicted(bin) / size) - observed);
                resolution += size * Square(observed - overall);
            }
        }

        return new BrierDecomposition(
            reliability / rows, resolution / rows, overall * (1 - overall), WithinBins(labels, probabilities, binning, outcomes));
    }

    private static double WithinBins(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, CalibrationBinning binning, BinnedOutcomes outcomes)
    {
        var binOfRow = binning.Assign(probabilities);
        double sum = 0;
        for (var row = 0; row < labels.Length; row++)
        {
            var bin = binOfRow[row];
            double size = outcomes.Rows(bin);
            var deviation = probabilities[row] - (outcomes.Predicted(bin) / size);
            var outcome = (labels[row] ? 1 : 0) - (outcomes.Positives(bin) / size);
            sum += Square(deviation) - (2 * outcome * deviation);
        }

        return sum / labels.Length;
    }

    private static double Square(double value) => value * value;
}
