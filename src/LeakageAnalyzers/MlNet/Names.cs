namespace LeakageAnalyzers.MlNet;

/// <summary>Names of ML.NET's methods, members and attributes that repairs look for and write.</summary>
internal static class Names
{
    /// <summary>Puts an estimator behind another.</summary>
    public const string Append = "Append";

    /// <summary>The attribute that gives a member's column another name.</summary>
    public const string ColumnNameAttribute = "ColumnNameAttribute";

    /// <summary>Makes of a model what scores row objects one by one.</summary>
    public const string CreatePredictionEngine = "CreatePredictionEngine";

    /// <summary>Trains and scores fold by fold.</summary>
    public const string CrossValidate = "CrossValidate";

    /// <summary>The same of a model that gives no probabilities.</summary>
    public const string CrossValidateNonCalibrated = "CrossValidateNonCalibrated";

    /// <summary>Cuts rows into folds.</summary>
    public const string CrossValidationSplit = "CrossValidationSplit";

    /// <summary>The catalog of a context that loads, cuts and writes rows.</summary>
    public const string Data = "Data";

    /// <summary>What steps of any kind are.</summary>
    public const string Estimator = "IEstimator<ITransformer>";

    /// <summary>Measures scored rows.</summary>
    public const string Evaluate = "Evaluate";

    /// <summary>The same of scores that are no probabilities.</summary>
    public const string EvaluateNonCalibrated = "EvaluateNonCalibrated";

    /// <summary>Which fold a result is of.</summary>
    public const string Fold = "Fold";

    /// <summary>The attribute of a member that holds keys.</summary>
    public const string KeyTypeAttribute = "KeyTypeAttribute";

    /// <summary>What was measured of a fold.</summary>
    public const string Metrics = "Metrics";

    /// <summary>What was trained in a fold.</summary>
    public const string Model = "Model";

    /// <summary>The columns of rows.</summary>
    public const string Schema = "Schema";

    /// <summary>The held-out rows of a fold, as its model scores them.</summary>
    public const string ScoredHoldOutSet = "ScoredHoldOutSet";

    /// <summary>The held-out side of a split.</summary>
    public const string TestSet = "TestSet";

    /// <summary>The train side of a split.</summary>
    public const string TrainSet = "TrainSet";

    /// <summary>Cuts rows in two.</summary>
    public const string TrainTestSplit = "TrainTestSplit";

    /// <summary>Runs a fitted pipeline.</summary>
    public const string Transform = "Transform";
}
