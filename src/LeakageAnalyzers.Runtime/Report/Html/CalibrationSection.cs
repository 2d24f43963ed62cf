using LeakageAnalyzers.Runtime.Evaluation;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Whether predicted probabilities mean what they say.</summary>
internal static class CalibrationSection
{
    private const double Width = 460;

    public static IEnumerable<object?> Write(ReportDocument document, Figures figures)
    {
        if (document.Calibration is not { } calibration)
        {
            return [Missing.Of(document, MissingParts.Calibration)];
        }

        return
        [
            El("p", Text(calibration, document.Performance?.Metrics.FirstOrDefault(metric => metric.Name == nameof(BinaryClassificationMetric.ExpectedCalibrationError)))),
            figures.Write(
                _ => ReliabilityPlot.Draw(calibration),
                isNarrow => isNarrow ? 400 : 480,
                "Observed share of positive rows against predicted probability; dashed: perfect calibration; below: rows in each bin",
                string.Join("; ", calibration.Bins.Select(bin => $"predicted {Share(bin.MeanPredicted)}: observed {Share(bin.Observed)} of {ReportNumbers.Count(bin.Rows, "row")}")) + ".",
                Width),
            Table(
                $"Reliability in {calibration.Binning}",
                ["Mean predicted", "Rows", "Observed share", $"{ReportNumbers.Percent(calibration.Level)} CI"],
                calibration.Bins.Select(bin => new object?[] { Share(bin.MeanPredicted), ReportNumbers.Count(bin.Rows), Share(bin.Observed), $"{Share(bin.Lower)} to {Share(bin.Upper)}" })),
            Of("p", "caption", "The bins’ intervals are Wilson’s and take rows to be independent."),
        ];
    }

    private static string Text(Calibration calibration, MetricValue? measured)
    {
        // The interval has the noise of the bins taken off, which the value has not.
        var noise = measured is { Lower: { } lower, Upper: { } upper, Level: { } level }
            ? $"the noise of small bins raises it, and without it {ReportNumbers.Percent(level)} CI {ReportNumbers.Range(lower, upper)}"
            : "it is biased upwards in small samples";
        var error = $"The expected calibration error is {ReportNumbers.Number(calibration.ExpectedCalibrationError, 3)} ({calibration.Binning}); {noise}.";
        var slope = calibration.Slope is null ? "" : calibration.Slope.Value is null
            ? $" The calibration slope has no value: {calibration.Slope.Note}"
            : $" The calibration slope is {ReportNumbers.Estimate(calibration.Slope)}, where 1 is right and less is overfitted.";
        var inTheLarge = calibration.InTheLarge?.Value is null ? "" : $" Calibration in the large is {ReportNumbers.Estimate(calibration.InTheLarge)}, where 0 is right.";
        return error + slope + inTheLarge;
    }

    private static string Share(double share) => ReportNumbers.Number(share, 2);
}
