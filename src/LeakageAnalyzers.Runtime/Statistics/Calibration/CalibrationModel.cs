using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// Weak calibration (Cox 1958; Van Calster et al. 2019): the slope and intercept of the outcome on the logit of the predicted
/// probability, and calibration in the large.
/// </summary>
/// <remarks>
/// A calibrated model has slope 1 and intercept 0. A slope below 1 means predictions that are too extreme, as of an overfitted model.
/// Slope and intercept are not estimable, and null, where the probabilities are all equal or separate the classes perfectly: the
/// likelihood then grows without end. <see cref="WhyNotEstimable"/> says which.
/// </remarks>
public sealed record CalibrationModel
{
    private CalibrationModel()
    {
    }

    /// <summary>The slope b of logit P(y) = a + b logit(p); null if not estimable.</summary>
    public required double? Slope { get; init; }

    /// <summary>The standard error of the slope; null if not estimable.</summary>
    public required double? SlopeStandardError { get; init; }

    /// <summary>The intercept a of the same fit; null if not estimable.</summary>
    public required double? Intercept { get; init; }

    /// <summary>The standard error of the intercept; null if not estimable.</summary>
    public required double? InterceptStandardError { get; init; }

    /// <summary>Calibration in the large: the intercept with slope fixed at 1. Negative where predictions are too high on the whole.</summary>
    public required double InTheLarge { get; init; }

    /// <summary>The standard error of calibration in the large.</summary>
    public required double InTheLargeStandardError { get; init; }

    /// <summary>Observed positive rows over expected ones, O/E.</summary>
    public required double ObservedToExpected { get; init; }

    /// <summary>Why slope and intercept are null; null where they are not.</summary>
    public required string? WhyNotEstimable { get; init; }

    /// <summary>Fits the calibration model.</summary>
    /// <param name="labels">The true class of every row; both classes must occur.</param>
    /// <param name="probabilities">
    /// The predicted probability of the positive class of every row, strictly between 0 and 1 unless <paramref name="clip"/> is given.
    /// </param>
    /// <param name="clip">
    /// Probabilities are moved into [clip, 1 − clip] first. With 0, the default, a probability of exactly 0 or 1, which has no logit, is
    /// refused rather than changed in silence.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a value is not a probability or has no logit, or all rows are of one class.
    /// </exception>
    public static CalibrationModel Fit(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, double clip = 0)
    {
        Check.SameLength(labels, probabilities);
        var positives = Check.BothClasses(labels);
        var logits = Logits(probabilities, clip);
        var everyRowOnce = new int[labels.Length];
        everyRowOnce.AsSpan().Fill(1);
        var large = LogisticFit.OfIntercept(labels, logits, everyRowOnce)
            ?? throw new ArgumentException("The probabilities are too extreme for an intercept; pass a larger clip.", nameof(probabilities));
        var line = LogisticFit.OfSlope(labels, logits, everyRowOnce);
        return new CalibrationModel
        {
            Slope = line?.Slope,
            SlopeStandardError = line?.SlopeStandardError,
            Intercept = line?.Intercept,
            InterceptStandardError = line?.InterceptStandardError,
            InTheLarge = large.Intercept,
            InTheLargeStandardError = large.InterceptStandardError,
            ObservedToExpected = positives / Sum(probabilities),
            WhyNotEstimable = line is null ? Explain(labels, logits, everyRowOnce) : null,
        };
    }

    /// <summary>The log odds of every probability, after moving them into [clip, 1 − clip].</summary>
    internal static double[] Logits(ReadOnlySpan<double> probabilities, double clip)
    {
        Check.Probabilities(probabilities);
        if (!(clip >= 0 && clip < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, "Probabilities can be clipped by 0 up to less than 0.5.");
        }

        var logits = new double[probabilities.Length];
        for (var row = 0; row < logits.Length; row++)
        {
            var p = Math.Min(1 - clip, Math.Max(clip, probabilities[row]));
            if (p is 0 or 1)
            {
                throw new ArgumentException(
                    Invariant($"Value {row} is {p}, whose logit is infinite; pass a clip to move such certainty inwards."), nameof(probabilities));
            }

            logits[row] = Math.Log(p / (1 - p));
        }

        return logits;
    }

    private static string Explain(ReadOnlySpan<bool> labels, ReadOnlySpan<double> logits, ReadOnlySpan<int> weights) =>
        Variation.IsAbsent(logits) ? "All predicted probabilities are equal."
        : LogisticFit.Overlap(labels, logits, weights) ? "The fit has no finite maximum at working precision."
        : "The predicted probabilities separate the classes perfectly.";

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
