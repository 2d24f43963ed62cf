using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;

namespace LeakageAnalyzers.Runtime.Tests.Guard.Estimators;

/// <summary>An estimator of every type that can read rows, by the name of the type. One thread each, and as little training as there can be.</summary>
internal static class EstimatorCases
{
    private const int Leaf = 1;

    /// <summary>Those that learn from all rows that they are given.</summary>
    public static Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> Learning { get; } = new()
    {
        ["AveragedPerceptronTrainer"] = context => context.BinaryClassification.Trainers.AveragedPerceptron(),
        ["FieldAwareFactorizationMachineTrainer"] = context => context.BinaryClassification.Trainers.FieldAwareFactorizationMachine(),
        ["LbfgsLogisticRegressionBinaryTrainer"] = context => context.BinaryClassification.Trainers.LbfgsLogisticRegression(),
        ["LdSvmTrainer"] = context => context.BinaryClassification.Trainers.LdSvm(treeDepth: 1, numberOfIterations: 10),
        ["LinearSvmTrainer"] = context => context.BinaryClassification.Trainers.LinearSvm(),
        ["PriorTrainer"] = context => context.BinaryClassification.Trainers.Prior(),
        ["SdcaLogisticRegressionBinaryTrainer"] = context => context.BinaryClassification.Trainers.SdcaLogisticRegression(new() { NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["SdcaNonCalibratedBinaryTrainer"] = context => context.BinaryClassification.Trainers.SdcaNonCalibrated(new() { NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["SgdCalibratedTrainer"] = context => context.BinaryClassification.Trainers.SgdCalibrated(new() { NumberOfThreads = 1, NumberOfIterations = 2 }),
        ["SgdNonCalibratedTrainer"] = context => context.BinaryClassification.Trainers.SgdNonCalibrated(new() { NumberOfThreads = 1, NumberOfIterations = 2 }),
        ["FastForestBinaryTrainer"] = context => context.BinaryClassification.Trainers.FastForest(numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["FastTreeBinaryTrainer"] = context => context.BinaryClassification.Trainers.FastTree(numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["GamBinaryTrainer"] = context => context.BinaryClassification.Trainers.Gam(numberOfIterations: 5),
        ["LightGbmBinaryTrainer"] = context => context.BinaryClassification.Trainers.LightGbm(numberOfIterations: 2, minimumExampleCountPerLeaf: Leaf),
        ["LbfgsMaximumEntropyMulticlassTrainer"] = context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Class"),
        ["NaiveBayesMulticlassTrainer"] = context => context.MulticlassClassification.Trainers.NaiveBayes("Class"),
        ["OneVersusAllTrainer"] = context => context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.LinearSvm(), "Class"),
        ["PairwiseCouplingTrainer"] = context => context.MulticlassClassification.Trainers.PairwiseCoupling(context.BinaryClassification.Trainers.LinearSvm(), "Class"),
        ["SdcaMaximumEntropyMulticlassTrainer"] = context =>
            context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = "Class", NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["SdcaNonCalibratedMulticlassTrainer"] = context =>
            context.MulticlassClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedMulticlassTrainer.Options { LabelColumnName = "Class", NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["LightGbmMulticlassTrainer"] = context => context.MulticlassClassification.Trainers.LightGbm("Class", numberOfIterations: 2, minimumExampleCountPerLeaf: Leaf),
        ["LbfgsPoissonRegressionTrainer"] = context => context.Regression.Trainers.LbfgsPoissonRegression("Target"),
        ["OnlineGradientDescentTrainer"] = context => context.Regression.Trainers.OnlineGradientDescent("Target"),
        ["SdcaRegressionTrainer"] = context => context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { LabelColumnName = "Target", NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["FastForestRegressionTrainer"] = context => context.Regression.Trainers.FastForest("Target", numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["FastTreeRegressionTrainer"] = context => context.Regression.Trainers.FastTree("Target", numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["FastTreeTweedieTrainer"] = context => context.Regression.Trainers.FastTreeTweedie("Target", numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["GamRegressionTrainer"] = context => context.Regression.Trainers.Gam("Target", numberOfIterations: 5),
        ["LightGbmRegressionTrainer"] = context => context.Regression.Trainers.LightGbm("Target", numberOfIterations: 2, minimumExampleCountPerLeaf: Leaf),
        ["FastTreeRankingTrainer"] = context => context.Ranking.Trainers.FastTree("Class", rowGroupColumnName: "Group", numberOfTrees: 2, minimumExampleCountPerLeaf: Leaf),
        ["LightGbmRankingTrainer"] = context => context.Ranking.Trainers.LightGbm("Class", rowGroupColumnName: "Group", numberOfIterations: 2, minimumExampleCountPerLeaf: Leaf),
        ["KMeansTrainer"] = context => context.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 2, NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["RandomizedPcaTrainer"] = context => context.AnomalyDetection.Trainers.RandomizedPca(rank: 2),

        ["IsotonicCalibratorEstimator"] = context => context.BinaryClassification.Calibrators.Isotonic(),
        ["NaiveCalibratorEstimator"] = context => context.BinaryClassification.Calibrators.Naive(),
        ["PlattCalibratorEstimator"] = context => context.BinaryClassification.Calibrators.Platt(),

        ["NormalizingEstimator"] = context => context.Transforms.NormalizeMeanVariance("Features"),
        ["MissingValueReplacingEstimator"] = context => context.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean),
        ["CountFeatureSelectingEstimator"] = context => context.Transforms.FeatureSelection.SelectFeaturesBasedOnCount("Features"),
        ["MutualInformationFeatureSelectingEstimator"] = context => context.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 2),
        ["PrincipalComponentAnalyzer"] = context => context.Transforms.ProjectToPrincipalComponents("Features", rank: 2),
        ["ApproximatedKernelMappingEstimator"] = context => context.Transforms.ApproximatedKernelMap("Features", rank: 4),
        ["LatentDirichletAllocationEstimator"] = context => context.Transforms.Text.ProduceWordBags("Bag", "Note").Append(context.Transforms.Text.LatentDirichletAllocation("Topics", "Bag", numberOfTopics: 2)),
        ["ValueToKeyMappingEstimator"] = context => context.Transforms.Conversion.MapValueToKey("Site"),
        ["OneHotEncodingEstimator"] = context => context.Transforms.Categorical.OneHotEncoding("Site"),
        ["TextFeaturizingEstimator"] = context => context.Transforms.Text.FeaturizeText("Words", "Note"),
        ["NgramExtractingEstimator"] = context => context.Transforms.Text.TokenizeIntoWords("Words", "Note")
            .Append(context.Transforms.Conversion.MapValueToKey("Words")).Append(context.Transforms.Text.ProduceNgrams("Grams", "Words")),
        ["WordBagEstimator"] = context => context.Transforms.Text.ProduceWordBags("Bag", "Note"),
        ["FastForestBinaryFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastForestBinary(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
        ["FastForestRegressionFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastForestRegression(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { LabelColumnName = "Target", NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
        ["FastTreeBinaryFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastTreeBinary(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
        ["FastTreeRankingFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastTreeRanking(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { LabelColumnName = "Class", RowGroupColumnName = "Group", NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
        ["FastTreeRegressionFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastTreeRegression(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { LabelColumnName = "Target", NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
        ["FastTreeTweedieFeaturizationEstimator"] = context => context.Transforms.FeaturizeByFastTreeTweedie(
            new() { InputColumnName = "Features", TreesColumnName = "Trees", TrainerOptions = new() { LabelColumnName = "Target", NumberOfTrees = 2, MinimumExampleCountPerLeaf = Leaf } }),
    };

    /// <summary>Those that learn nothing from rows.</summary>
    public static Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> Stateless { get; } = new()
    {
        ["FixedPlattCalibratorEstimator"] = context => context.BinaryClassification.Calibrators.Platt(slope: -1, offset: 0),
        ["ColumnConcatenatingEstimator"] = context => context.Transforms.Concatenate("All", "Features", "Age"),
        ["HashingEstimator"] = context => context.Transforms.Conversion.Hash("Site"),
        ["OneHotHashEncodingEstimator"] = context => context.Transforms.Categorical.OneHotHashEncoding("Site"),
        ["NgramHashingEstimator"] = context => context.Transforms.Text.TokenizeIntoCharactersAsKeys("Letters", "Note").Append(context.Transforms.Text.ProduceHashedNgrams("Grams", "Letters", numberOfBits: 5)),
        ["WordHashBagEstimator"] = context => context.Transforms.Text.ProduceHashedWordBags("Bag", "Note", numberOfBits: 5),
        ["WordEmbeddingEstimator"] = context => context.Transforms.Text.TokenizeIntoWords("Words", "Note").Append(context.Transforms.Text.ApplyWordEmbedding("Meaning", Embedding(), "Words")),
        ["ExpressionEstimator"] = context => context.Transforms.Expression("Older", "x => x + 1f", "Age"),
        ["PretrainedTreeFeaturizationEstimator"] = context => context.Transforms.FeaturizeByPretrainTreeEnsemble(new()
        {
            InputColumnName = "Features",
            TreesColumnName = "Trees",
            ModelParameters = ((BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<FastTreeBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>>)
                Learning["FastTreeBinaryTrainer"](context).Fit(ClinicRow.Load(context, 50))).Model.SubModel,
        }),
    };

    private static string Embedding()
    {
        var path = Path.Combine(Path.GetTempPath(), "embedding-of-two-words.txt");
        File.WriteAllText(path, "well 1.0 2.0\nunwell -1.0 -2.0\n");
        return path;
    }
}
