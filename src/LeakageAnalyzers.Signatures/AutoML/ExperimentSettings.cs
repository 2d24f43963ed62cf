namespace Microsoft.ML.AutoML;

public enum CacheBeforeTrainer { Auto, On, Off }

public enum BinaryClassificationMetric { Accuracy, AreaUnderRocCurve, AreaUnderPrecisionRecallCurve, F1Score, PositivePrecision, PositiveRecall, NegativePrecision, NegativeRecall }

public enum MulticlassClassificationMetric { MicroAccuracy, MacroAccuracy, LogLoss, LogLossReduction, TopKAccuracy }

public enum RegressionMetric { MeanAbsoluteError, MeanSquaredError, RootMeanSquaredError, RSquared }

public enum RankingMetric { Ndcg, Dcg }

public enum BinaryClassificationTrainer { FastForest, FastTree, LightGbm, LbfgsLogisticRegression, SdcaLogisticRegression }

public enum MulticlassClassificationTrainer { FastForestOva, FastTreeOva, LightGbm, LbfgsMaximumEntropy, LbfgsLogisticRegressionOva, SdcaMaximumEntropy }

public enum RegressionTrainer { FastForest, FastTree, FastTreeTweedie, LightGbm, LbfgsPoissonRegression, StochasticDualCoordinateAscent }

public enum RankingTrainer { LightGbmRanking, FastTreeRanking }

public enum RecommendationTrainer { MatrixFactorization }

public abstract class ExperimentSettings
{
    public uint MaxExperimentTimeInSeconds { get; set; }

    public CancellationToken CancellationToken { get; set; }

    public string CacheDirectoryName { get; set; }

    public CacheBeforeTrainer CacheBeforeTrainer { get; set; }

    public double? MaximumMemoryUsageInMegaByte { get; set; }

    public int MaxModels;
}

public sealed class BinaryExperimentSettings : ExperimentSettings
{
    public BinaryClassificationMetric OptimizingMetric { get; set; }

    public ICollection<BinaryClassificationTrainer> Trainers { get; }
}

public sealed class MulticlassExperimentSettings : ExperimentSettings
{
    public MulticlassClassificationMetric OptimizingMetric { get; set; }

    public ICollection<MulticlassClassificationTrainer> Trainers { get; }
}

public sealed class RegressionExperimentSettings : ExperimentSettings
{
    public RegressionMetric OptimizingMetric { get; set; }

    public ICollection<RegressionTrainer> Trainers { get; }
}

public sealed class RankingExperimentSettings : ExperimentSettings
{
    public RankingMetric OptimizingMetric { get; set; }

    public ICollection<RankingTrainer> Trainers { get; }

    public uint OptimizationMetricTruncationLevel { get; set; }
}

public sealed class RecommendationExperimentSettings : ExperimentSettings
{
    public RegressionMetric OptimizingMetric { get; set; }

    public ICollection<RecommendationTrainer> Trainers { get; }
}
