namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The metrics of binary classification. Names are ML.NET's where it reports the metric too.</summary>
public enum BinaryClassificationMetric
{
    /// <summary>The area under the ROC curve.</summary>
    AreaUnderRocCurve,

    /// <summary>The share of rows predicted right.</summary>
    Accuracy,

    /// <summary>The share of positive predictions that are right.</summary>
    PositivePrecision,

    /// <summary>The share of positive rows predicted positive (sensitivity).</summary>
    PositiveRecall,

    /// <summary>The share of negative predictions that are right.</summary>
    NegativePrecision,

    /// <summary>The share of negative rows predicted negative (specificity).</summary>
    NegativeRecall,

    /// <summary>The harmonic mean of positive precision and recall.</summary>
    F1Score,

    /// <summary>
    /// The area under the precision–recall curve by lower trapezoids, as ML.NET reports it; <see cref="AveragePrecision"/> is to be preferred. Of rows of equal score, whose
    /// order decides in ML.NET, positive and negative ones are taken as evenly mixed: equal scores for all give the share of positive rows.
    /// </summary>
    AreaUnderPrecisionRecallCurve,

    /// <summary>The mean logarithmic loss in bits, as ML.NET reports it.</summary>
    LogLoss,

    /// <summary>1 − log loss / entropy: the gain over predicting the share of positive rows for every row.</summary>
    LogLossReduction,

    /// <summary>The entropy of the labels in bits; it describes the rows and not the model.</summary>
    Entropy,

    /// <summary>The area under the precision–recall curve in steps (PR-AUC).</summary>
    AveragePrecision,

    /// <summary>The mean of sensitivity and specificity.</summary>
    BalancedAccuracy,

    /// <summary>Matthews' correlation coefficient.</summary>
    MatthewsCorrelation,

    /// <summary>The highest sensitivity at the specificity that <see cref="IntervalOptions.Specificity"/> asks for.</summary>
    SensitivityAtSpecificity,

    /// <summary>The mean squared error of the probabilities.</summary>
    BrierScore,

    /// <summary>
    /// The expected calibration error with the bins of <see cref="IntervalOptions.Binning"/>. The noise of the bins counts as error, so that a calibrated model has
    /// some too: the interval takes it off (by the test-inversion bootstrap, Carpenter 1999, whatever <see cref="IntervalOptions.Method"/> says), and reaches 0 where
    /// calibration is not excluded.
    /// </summary>
    ExpectedCalibrationError,

    /// <summary>The slope of the outcome on the logit of the probability; 1 for a calibrated model, less for an overfitted one.</summary>
    CalibrationSlope,

    /// <summary>The intercept of the outcome on the logit of the probability with slope 1; 0 for a model right on the whole. A probability of 0 or 1, which has no logit, is moved to 1e-7 from it, as for the slope; the note says how many were.</summary>
    CalibrationInTheLarge,
}
