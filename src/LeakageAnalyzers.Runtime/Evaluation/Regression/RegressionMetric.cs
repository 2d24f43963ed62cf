namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The metrics of regression. Names are ML.NET's where it reports the metric too; its loss function is the mean squared error unless set otherwise.</summary>
public enum RegressionMetric
{
    /// <summary>The mean of |prediction − truth|, in the unit of the label.</summary>
    MeanAbsoluteError,

    /// <summary>The mean of (prediction − truth)², in the squared unit of the label.</summary>
    MeanSquaredError,

    /// <summary>The root of the mean squared error, in the unit of the label.</summary>
    RootMeanSquaredError,

    /// <summary>1 − squared error / squared deviation of the truth from its mean; negative for a model worse than that mean.</summary>
    RSquared,

    /// <summary>The mean of prediction − truth, in the unit of the label.</summary>
    Bias,

    /// <summary>The slope of the truth on the prediction by least squares; less than 1 for predictions that are too extreme.</summary>
    CalibrationSlope,

    /// <summary>Pearson's correlation of prediction and truth.</summary>
    PearsonCorrelation,
}
