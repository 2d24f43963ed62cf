using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>What the <c>Fit</c> of ML.NET's estimators learns, by type name. Data: a new estimator is one line.</summary>
internal static class EstimatorTable
{
    /// <summary>The label that a trainer reads where it is told none.</summary>
    public const string DefaultLabel = "Label";

    /// <summary>Estimators that prepare columns. Those derived from ML.NET's <c>TrivialEstimator</c> learn nothing and need no entry.</summary>
    public static IReadOnlyDictionary<string, EstimatorEntry> Preparations { get; } = new Dictionary<string, EstimatorEntry>
    {
        ["NormalizingEstimator"] = new EstimatorEntry("Normalize", StepClass.Statistics)
            .When("_columns", "MinMaxColumnOptions", StepClass.Statistics, "NormalizeMinMax")
            .When("_columns", "MeanVarianceColumnOptions", StepClass.Statistics, "NormalizeMeanVariance")
            .When("_columns", "LogMeanVarianceColumnOptions", StepClass.Statistics, "NormalizeLogMeanVariance")
            .When("_columns", "BinningColumnOptions", StepClass.Statistics, "NormalizeBinning")
            .When("_columns", "RobustScalingColumnOptions", StepClass.Statistics, "NormalizeRobustScaling")
            .When("_columns", "SupervisedBinningColumOptions", StepClass.Supervised, "NormalizeSupervisedBinning"),
        ["MissingValueReplacingEstimator"] = new EstimatorEntry("ReplaceMissingValues", StepClass.Statistics)
            .When("_columns.Replacement", "DefaultValue", StepClass.Stateless),
        ["CountFeatureSelectingEstimator"] = new("SelectFeaturesBasedOnCount", StepClass.Statistics),
        ["MutualInformationFeatureSelectingEstimator"] = new("SelectFeaturesBasedOnMutualInformation", StepClass.Supervised),
        ["PrincipalComponentAnalyzer"] = new("ProjectToPrincipalComponents", StepClass.Statistics),
        ["VectorWhiteningEstimator"] = new("VectorWhiten", StepClass.Statistics),
        ["ApproximatedKernelMappingEstimator"] = new("ApproximatedKernelMap", StepClass.Statistics),
        ["LatentDirichletAllocationEstimator"] = new("LatentDirichletAllocation", StepClass.Statistics),
        ["SsaSpikeEstimator"] = new("DetectSpikeBySsa", StepClass.Statistics),
        ["SsaChangePointEstimator"] = new("DetectChangePointBySsa", StepClass.Statistics),
        ["ValueToKeyMappingEstimator"] = new EstimatorEntry("MapValueToKey", StepClass.Vocabulary).WhenSet("_keyData", StepClass.Stateless),
        ["OneHotEncodingEstimator"] = new EstimatorEntry("OneHotEncoding", StepClass.Vocabulary).WhenSet("_term._keyData", StepClass.Stateless),
        ["TextFeaturizingEstimator"] = new("FeaturizeText", StepClass.Vocabulary),
        ["NgramExtractingEstimator"] = new EstimatorEntry("ProduceNgrams", StepClass.Vocabulary)
            .When("_columns.Weighting", "Idf", StepClass.Statistics)
            .When("_columns.Weighting", "TfIdf", StepClass.Statistics),
        ["WordBagEstimator"] = new EstimatorEntry("ProduceWordBags", StepClass.Vocabulary)
            .When("_weighting", "Idf", StepClass.Statistics)
            .When("_weighting", "TfIdf", StepClass.Statistics),
        ["FastForestBinaryFeaturizationEstimator"] = new("FeaturizeByFastForestBinary", StepClass.Supervised),
        ["FastForestRegressionFeaturizationEstimator"] = new("FeaturizeByFastForestRegression", StepClass.Supervised),
        ["FastTreeBinaryFeaturizationEstimator"] = new("FeaturizeByFastTreeBinary", StepClass.Supervised),
        ["FastTreeRankingFeaturizationEstimator"] = new("FeaturizeByFastTreeRanking", StepClass.Supervised),
        ["FastTreeRegressionFeaturizationEstimator"] = new("FeaturizeByFastTreeRegression", StepClass.Supervised),
        ["FastTreeTweedieFeaturizationEstimator"] = new("FeaturizeByFastTreeTweedie", StepClass.Supervised),
        ["IsotonicCalibratorEstimator"] = new("Isotonic", StepClass.Calibrator),
        ["NaiveCalibratorEstimator"] = new("Naive", StepClass.Calibrator),
        ["PlattCalibratorEstimator"] = new("Platt", StepClass.Calibrator),
        ["CountTableEstimator"] = new("CountTable", StepClass.Supervised),
        ["CountTargetEncodingEstimator"] = new("CountTargetEncoding", StepClass.Supervised),
        ["FixedPlattCalibratorEstimator"] = new("Platt", StepClass.Stateless),
        ["ColumnConcatenatingEstimator"] = new("Concatenate", StepClass.Stateless),
        ["ExpressionEstimator"] = new("Expression", StepClass.Stateless),
        ["HashingEstimator"] = new("Hash", StepClass.Stateless),
        ["OneHotHashEncodingEstimator"] = new("OneHotHashEncoding", StepClass.Stateless),
        ["NgramHashingEstimator"] = new("ProduceHashedNgrams", StepClass.Stateless),
        ["WordHashBagEstimator"] = new("ProduceHashedWordBags", StepClass.Stateless),
        ["WordEmbeddingEstimator"] = new("ApplyWordEmbedding", StepClass.Stateless),
        ["PretrainedTreeFeaturizationEstimator"] = new("FeaturizeByPretrainTreeEnsemble", StepClass.Stateless),
        ["DnnImageFeaturizerEstimator"] = new("DnnFeaturizeImage", StepClass.Stateless),
        ["TensorFlowEstimator"] = new("LoadTensorFlowModel", StepClass.Stateless),
    };

    /// <summary>What a trainer is trained for, by the transformer that its <c>Fit</c> returns.</summary>
    public static IReadOnlyDictionary<string, LearningTask> TasksByTransformer { get; } = new Dictionary<string, LearningTask>
    {
        ["BinaryPredictionTransformer"] = LearningTask.BinaryClassification,
        ["FieldAwareFactorizationMachinePredictionTransformer"] = LearningTask.BinaryClassification,
        ["MulticlassPredictionTransformer"] = LearningTask.MulticlassClassification,
        ["TextClassificationTransformer"] = LearningTask.MulticlassClassification,
        ["NerTransformer"] = LearningTask.MulticlassClassification,
        ["RegressionPredictionTransformer"] = LearningTask.Regression,
        ["SentenceSimilarityTransformer"] = LearningTask.Regression,
        ["RankingPredictionTransformer"] = LearningTask.Ranking,
        ["ClusteringPredictionTransformer"] = LearningTask.Clustering,
        ["AnomalyPredictionTransformer"] = LearningTask.AnomalyDetection,
        ["MatrixFactorizationPredictionTransformer"] = LearningTask.Recommendation,
        ["SsaForecastingTransformer"] = LearningTask.Forecasting,
        ["ObjectDetectionTransformer"] = LearningTask.None,
        ["QATransformer"] = LearningTask.None,
    };
}
