namespace LeakageAnalyzers.MlNet;

/// <summary>What measures.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Evaluation =>
    [
        .. In("Microsoft.ML.BinaryClassificationCatalog",
            Call("Evaluate", CallKind.Evaluate) with { NeedsProbabilities = true },
            Call("EvaluateNonCalibrated", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate),
            Call("CrossValidateNonCalibrated", CallKind.CrossValidate),
            Call("ChangeModelThreshold", CallKind.ChangeThreshold)),
        .. In("Microsoft.ML.MulticlassClassificationCatalog",
            Call("Evaluate", CallKind.Evaluate) with { NeedsProbabilities = true },
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.RegressionCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.RankingCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.ClusteringCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
        .. In("Microsoft.ML.AnomalyDetectionCatalog", Call("Evaluate", CallKind.Evaluate), Call("ChangeModelThreshold", CallKind.ChangeThreshold)),
        .. In("Microsoft.ML.RecommenderCatalog", Call("Recommendation", CallKind.Identity)),
        .. In("Microsoft.ML.RecommendationCatalog",
            Call("Evaluate", CallKind.Evaluate),
            Call("CrossValidate", CallKind.CrossValidate)),
    ];

    private static readonly Dictionary<(string Type, string Method), ComparisonMeaning> ComparisonMethods = new()
    {
        [("System.Double", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Single", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Decimal", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.IComparable`1", "CompareTo")] = ComparisonMeaning.Sign,
        [("System.Collections.Generic.Comparer`1", "Compare")] = ComparisonMeaning.Sign,
        [("System.Math", "Max")] = ComparisonMeaning.Better,
        [("System.Math", "Min")] = ComparisonMeaning.Better,
        [("System.MathF", "Max")] = ComparisonMeaning.Better,
        [("System.MathF", "Min")] = ComparisonMeaning.Better,
        [("System.Linq.Enumerable", "Max")] = ComparisonMeaning.Better,
        [("System.Linq.Enumerable", "Min")] = ComparisonMeaning.Better,
    };

    private static readonly HashSet<string> ComparisonNames = new(ComparisonMethods.Keys.Select(key => key.Method), StringComparer.Ordinal);

    /// <summary>How <paramref name="method"/> compares numbers, or null.</summary>
    public static ComparisonMeaning? ComparisonOf(IMethodSymbol method) =>
        ComparisonNames.Contains(method.Name) && ComparisonMethods.TryGetValue((MetadataName((method.ReducedFrom ?? method).OriginalDefinition.ContainingType), method.Name), out var meaning) ? meaning : null;

    // What a metric is relative to, or looks at beside the decisions.
    private static readonly Dictionary<string, EvaluationAspects> MetricAspects = new()
    {
        ["LogLoss"] = EvaluationAspects.Calibration,
        ["LogLossReduction"] = EvaluationAspects.Calibration | EvaluationAspects.Baseline,
        ["PerClassLogLoss"] = EvaluationAspects.Calibration,
        ["RSquared"] = EvaluationAspects.Baseline,
        ["ConfusionMatrix"] = EvaluationAspects.SeveralMetrics,
        ["AreaUnderRocCurve"] = EvaluationAspects.Discrimination,
        ["AreaUnderPrecisionRecallCurve"] = EvaluationAspects.Discrimination,
        ["PositiveRecall"] = EvaluationAspects.ErrorsOfEachClass,
        ["PositivePrecision"] = EvaluationAspects.ErrorsOfEachClass,
        ["NegativeRecall"] = EvaluationAspects.ErrorsOfEachClass,
        ["NegativePrecision"] = EvaluationAspects.ErrorsOfEachClass,
        ["MacroAccuracy"] = EvaluationAspects.ErrorsOfEachClass,
        ["Accuracy"] = EvaluationAspects.Accuracy,
        ["MicroAccuracy"] = EvaluationAspects.Accuracy,
        ["TopKAccuracy"] = EvaluationAspects.Accuracy,
        ["MeanAbsoluteError"] = EvaluationAspects.ErrorInUnit,
        ["RootMeanSquaredError"] = EvaluationAspects.ErrorInUnit,
    };

    private static readonly HashSet<string> Losses =
    [
        "LogLoss", "MeanAbsoluteError", "MeanSquaredError", "RootMeanSquaredError", "LossFunction", "AverageDistance", "DaviesBouldinIndex", "BrierScore", "ExpectedCalibrationError",
    ];

    private static readonly Dictionary<string, LearningTask> TaskOfMetricsType = new()
    {
        ["Microsoft.ML.Data.BinaryClassificationMetrics"] = LearningTask.BinaryClassification,
        ["Microsoft.ML.Data.MulticlassClassificationMetrics"] = LearningTask.MulticlassClassification,
        ["Microsoft.ML.Data.RegressionMetrics"] = LearningTask.Regression,
        ["Microsoft.ML.Data.RankingMetrics"] = LearningTask.Ranking,
        ["Microsoft.ML.Data.ClusteringMetrics"] = LearningTask.Clustering,
        ["Microsoft.ML.Data.AnomalyDetectionMetrics"] = LearningTask.AnomalyDetection,
    };

    /// <summary>The metrics that a model is judged by where nothing says which, one a task.</summary>
    public static ImmutableArray<string> HeadlineMetrics { get; } = ImmutableArray.Create("AreaUnderRocCurve", "MacroAccuracy", "RSquared");

    /// <summary>Whether of two models the one with the lower <paramref name="metric"/> is better.</summary>
    public static bool IsLowerBetter(string metric) => Losses.Contains(metric);

    // What is only computed to say how much numbers spread.
    private static readonly HashSet<(string Type, string Method)> SpreadMethods =
    [
        ("MathNet.Numerics.Statistics.Statistics", "StandardDeviation"),
        ("MathNet.Numerics.Statistics.Statistics", "PopulationStandardDeviation"),
        ("MathNet.Numerics.Statistics.Statistics", "MeanStandardDeviation"),
        ("MathNet.Numerics.Statistics.Statistics", "Percentile"),
        ("MathNet.Numerics.Statistics.Statistics", "Quantile"),
    ];

    private static readonly HashSet<string> SpreadNames = new(SpreadMethods.Select(key => key.Method), StringComparer.Ordinal);

    /// <summary>What a metric shows beside how good the model is.</summary>
    public static EvaluationAspects AspectsOf(ISymbol metric) => MetricAspects.TryGetValue(metric.Name, out var aspects) ? aspects : EvaluationAspects.None;

    /// <summary>Whether <paramref name="method"/> says how much numbers spread.</summary>
    public static bool IsSpread(IMethodSymbol method) => SpreadNames.Contains(method.Name) && SpreadMethods.Contains((MetadataName((method.ReducedFrom ?? method).OriginalDefinition.ContainingType), method.Name));

    /// <summary>Whether <paramref name="method"/> takes the root of a number.</summary>
    public static bool IsRoot(IMethodSymbol method) => method.Name == "Sqrt" && MetadataName(method.ContainingType) is "System.Math" or "System.MathF" or "System.Double";

    /// <summary>The task that metrics of <paramref name="type"/>, or of a type that it derives from, judge.</summary>
    public static LearningTask TaskOfMetrics(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (MlTypes.IsOfInterest(type) && TaskOfMetricsType.TryGetValue(MetadataName((INamedTypeSymbol)type.OriginalDefinition), out var task))
            {
                return task;
            }
        }

        return LearningTask.None;
    }

    /// <summary>Whether the members of <paramref name="type"/> are metrics.</summary>
    public static bool IsMetrics(ITypeSymbol? type) =>
        MlTypes.IsOfInterest(type) && (type!.Name.EndsWith("Metrics", StringComparison.Ordinal) || type.Name.EndsWith("Evaluation", StringComparison.Ordinal));
}
