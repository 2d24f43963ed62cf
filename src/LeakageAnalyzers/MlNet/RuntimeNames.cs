namespace LeakageAnalyzers.MlNet;

/// <summary>Names of our own run-time library that the table knows and that repairs look for and write.</summary>
internal static class RuntimeNames
{
    /// <summary>Where its extension methods stand.</summary>
    public const string Namespace = "LeakageAnalyzers.Runtime";

    /// <summary>Where what they give back stands.</summary>
    public const string Evaluation = Namespace + ".Evaluation";

    /// <summary>Where intervals and verdicts stand.</summary>
    public const string Statistics = Namespace + ".Statistics";

    /// <summary>Scores that a model has to beat.</summary>
    public const string Baselines = "Baselines";

    /// <summary>Evaluations of classifiers of two classes.</summary>
    public const string BinaryClassificationExtensions = "BinaryClassificationExtensions";

    /// <summary>Cross-validation by whole groups.</summary>
    public const string CrossValidationExtensions = "CrossValidationExtensions";

    /// <summary>Splits by whole groups.</summary>
    public const string SplittingExtensions = "SplittingExtensions";

    /// <summary>Cross-validation along time.</summary>
    public const string TemporalCrossValidationExtensions = "TemporalCrossValidationExtensions";

    /// <summary>Splits along time.</summary>
    public const string TemporalSplittingExtensions = "TemporalSplittingExtensions";

    /// <summary>Tests whether one model is better than another.</summary>
    public const string CompareModels = "CompareModels";

    /// <summary>The column that names the group of a row.</summary>
    public const string GroupColumnName = "groupColumnName";

    /// <summary>Measures with an interval.</summary>
    public const string EvaluateWithIntervals = Names.Evaluate + WithIntervals;

    /// <summary>The same of scores that are no probabilities.</summary>
    public const string EvaluateNonCalibratedWithIntervals = Names.EvaluateNonCalibrated + WithIntervals;

    /// <summary>Trains and scores fold by fold, by whole groups.</summary>
    public const string GroupCrossValidate = "Group" + Names.CrossValidate;

    /// <summary>The same of a model that gives no probabilities.</summary>
    public const string GroupCrossValidateNonCalibrated = "Group" + Names.CrossValidateNonCalibrated;

    /// <summary>Cuts rows into folds by whole groups.</summary>
    public const string GroupKFold = "GroupKFold";

    /// <summary>Cuts rows in two by whole groups.</summary>
    public const string GroupTrainTestSplit = "Group" + Names.TrainTestSplit;

    /// <summary>How much better is better.</summary>
    public const string Margin = "margin";

    /// <summary>What models are compared by.</summary>
    public const string Metric = "metric";

    /// <summary>Cuts rows in two along time.</summary>
    public const string TemporalTrainTestSplit = "Temporal" + Names.TrainTestSplit;

    /// <summary>Trains and scores fold by fold, along time.</summary>
    public const string TimeSeriesCrossValidate = "TimeSeries" + Names.CrossValidate;

    /// <summary>The same of a model that gives no probabilities.</summary>
    public const string TimeSeriesCrossValidateNonCalibrated = "TimeSeries" + Names.CrossValidateNonCalibrated;

    /// <summary>Cuts rows into folds along time.</summary>
    public const string TimeSeriesSplit = "TimeSeriesSplit";

    /// <summary>What a comparison says.</summary>
    public const string Verdict = "Verdict";

    /// <summary>That the first model is better.</summary>
    public const string Superior = Verdicts + ".Superior";

    /// <summary>That it is worse.</summary>
    public const string Inferior = Verdicts + ".Inferior";

    private const string WithIntervals = "WithIntervals";
    private const string Verdicts = "SuperiorityVerdict";

    /// <summary>The enumeration of the metrics of the tasks that <paramref name="catalog"/> of ML.NET is for.</summary>
    public static string MetricsOf(string catalog) => catalog.Replace("Catalog", "Metric");
}
