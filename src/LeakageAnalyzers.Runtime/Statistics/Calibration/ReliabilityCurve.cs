namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Predicted probabilities against the shares that were observed, bin by bin.</summary>
public sealed record ReliabilityCurve
{
    private ReliabilityCurve(CalibrationBinning binning, IReadOnlyList<ReliabilityBin> bins) => (Binning, Bins) = (binning, bins);

    /// <summary>How the bins were made.</summary>
    public CalibrationBinning Binning { get; }

    /// <summary>The bins that hold rows, from low to high probability.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>
    /// The expected calibration error: the mean gap over rows, in absolute value (Naeini et al. 2015; Guo et al. 2017), of the
    /// probability of the positive class. It is biased upwards in small samples, and changes with the binning.
    /// </summary>
    public double ExpectedCalibrationError => Bins.Sum(bin => bin.Rows * Math.Abs(bin.Gap)) / Bins.Sum(bin => bin.Rows);

    /// <summary>The maximum calibration error: the largest gap of a bin, in absolute value.</summary>
    public double MaximumCalibrationError => Bins.Max(bin => Math.Abs(bin.Gap));

    /// <summary>Computes the curve.</summary>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <param name="binning">How bins are made; ten of equal width is the most common choice.</param>
    /// <param name="level">The confidence level of the bins' intervals as a fraction.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no row, a value is not a probability, or there are fewer rows than bins of equal mass.
    /// </exception>
    public static ReliabilityCurve Of(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, CalibrationBinning binning, double level = 0.95)
    {
        var outcomes = BinnedOutcomes.Of(labels, probabilities, binning);
        var bins = from bin in Enumerable.Range(0, outcomes.Bins)
                   let rows = outcomes.Rows(bin)
                   where rows > 0
                   select new ReliabilityBin(
                       rows,
                       outcomes.Predicted(bin) / rows,
                       outcomes.Positives(bin) / (double)rows,
                       ProportionInterval.Wilson(outcomes.Positives(bin), rows, level));
        return new ReliabilityCurve(binning, [.. bins]);
    }

    /// <summary>For example <c>expected calibration error 0.03, maximum 0.12 (10 equal-width bins)</c>, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"expected calibration error {ExpectedCalibrationError:0.####}, maximum {MaximumCalibrationError:0.####} ({Binning})");
}
