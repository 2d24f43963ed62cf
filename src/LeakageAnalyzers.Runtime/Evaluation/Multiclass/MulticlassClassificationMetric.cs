namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>
/// The metrics of multiclass classification. Names are ML.NET's where it reports the metric too. Metrics of two classes are taken for each class against the rest and
/// averaged over the classes that occur in the rows, all classes counting alike.
/// </summary>
public enum MulticlassClassificationMetric
{
    /// <summary>The share of rows predicted right.</summary>
    MicroAccuracy,

    /// <summary>The mean over classes of the share of their rows predicted right (balanced accuracy).</summary>
    MacroAccuracy,

    /// <summary>The mean logarithmic loss in natural units, with probabilities below 1e-15 taken for that, as ML.NET does.</summary>
    LogLoss,

    /// <summary>1 − log loss / entropy: the gain over predicting the shares of the classes for every row.</summary>
    LogLossReduction,

    /// <summary>The share of rows whose class is among the k of highest score; only where k is asked for.</summary>
    TopKAccuracy,

    /// <summary>The area under the ROC curve, each class against the rest.</summary>
    AreaUnderRocCurve,

    /// <summary>The area under the precision–recall curve in steps, each class against the rest.</summary>
    AveragePrecision,

    /// <summary>The highest sensitivity at the specificity that <see cref="IntervalOptions.Specificity"/> asks for, each class against the rest.</summary>
    SensitivityAtSpecificity,

    /// <summary>The correlation of prediction and truth of several classes (Gorodkin 2004), Matthews' for two.</summary>
    MatthewsCorrelation,

    /// <summary>The mean over rows of Σ (p − y)² over classes (Brier 1950), between 0 and 2.</summary>
    BrierScore,

    /// <summary>
    /// The expected calibration error of the predicted class's probability (Guo et al. 2017), with an interval as that of
    /// <see cref="BinaryClassificationMetric.ExpectedCalibrationError"/>.
    /// </summary>
    ExpectedCalibrationError,

    /// <summary>The slope of being right on the logit of the predicted class's probability; less than 1 for an overconfident model.</summary>
    CalibrationSlope,
}
