using Microsoft.ML.AutoML;
using Microsoft.ML.AutoML.CodeGen;
using Microsoft.ML.SearchSpace;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML
{
    public static class MLContextExtension
    {
        public static AutoCatalog Auto(this MLContext mlContext) => Signature.Only<AutoCatalog>();
    }

    public sealed class AutoCatalog
    {
        public RegressionExperiment CreateRegressionExperiment(uint maxExperimentTimeInSeconds) => Signature.Only<RegressionExperiment>();

        public RegressionExperiment CreateRegressionExperiment(RegressionExperimentSettings experimentSettings) => Signature.Only<RegressionExperiment>();

        public BinaryClassificationExperiment CreateBinaryClassificationExperiment(uint maxExperimentTimeInSeconds) => Signature.Only<BinaryClassificationExperiment>();

        public BinaryClassificationExperiment CreateBinaryClassificationExperiment(BinaryExperimentSettings experimentSettings) => Signature.Only<BinaryClassificationExperiment>();

        public MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(uint maxExperimentTimeInSeconds) => Signature.Only<MulticlassClassificationExperiment>();

        public MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(MulticlassExperimentSettings experimentSettings) => Signature.Only<MulticlassClassificationExperiment>();

        public RecommendationExperiment CreateRecommendationExperiment(uint maxExperimentTimeInSeconds) => Signature.Only<RecommendationExperiment>();

        public RecommendationExperiment CreateRecommendationExperiment(RecommendationExperimentSettings experimentSettings) => Signature.Only<RecommendationExperiment>();

        public RankingExperiment CreateRankingExperiment(uint maxExperimentTimeInSeconds) => Signature.Only<RankingExperiment>();

        public RankingExperiment CreateRankingExperiment(RankingExperimentSettings experimentSettings) => Signature.Only<RankingExperiment>();

        public ColumnInferenceResults InferColumns(
            string path, string labelColumnName = "Label", char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null, bool trimWhitespace = false, bool groupColumns = true) =>
            Signature.Only<ColumnInferenceResults>();

        public ColumnInferenceResults InferColumns(
            string path, ColumnInformation columnInformation, char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null, bool trimWhitespace = false, bool groupColumns = true) =>
            Signature.Only<ColumnInferenceResults>();

        public ColumnInferenceResults InferColumns(
            string path, uint labelColumnIndex, bool hasHeader = false, char? separatorChar = null, bool? allowQuoting = null, bool? allowSparse = null, bool trimWhitespace = false,
            bool groupColumns = true) => Signature.Only<ColumnInferenceResults>();

        public SweepableEstimator CreateSweepableEstimator<T>(Func<MLContext, T, IEstimator<ITransformer>> factory, SearchSpace<T> ss = null) where T : class, new() =>
            Signature.Only<SweepableEstimator>();

        public AutoMLExperiment CreateExperiment(AutoMLExperiment.AutoMLExperimentSettings settings = null) => Signature.Only<AutoMLExperiment>();

        public SweepablePipeline BinaryClassification(
            string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true, bool useLgbm = true, bool useFastTree = true,
            bool useLbfgsLogisticRegression = true, bool useSdcaLogisticRegression = true, FastTreeOption fastTreeOption = null, LgbmOption lgbmOption = null, FastForestOption fastForestOption = null,
            LbfgsOption lbfgsLogisticRegressionOption = null, SdcaOption sdcaLogisticRegressionOption = null, SearchSpace<FastTreeOption> fastTreeSearchSpace = null,
            SearchSpace<LgbmOption> lgbmSearchSpace = null, SearchSpace<FastForestOption> fastForestSearchSpace = null, SearchSpace<LbfgsOption> lbfgsLogisticRegressionSearchSpace = null,
            SearchSpace<SdcaOption> sdcaLogisticRegressionSearchSpace = null) => Signature.Only<SweepablePipeline>();

        public SweepablePipeline MultiClassification(
            string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true, bool useLgbm = true, bool useFastTree = true,
            bool useLbfgsMaximumEntrophy = true, bool useLbfgsLogisticRegression = true, bool useSdcaMaximumEntrophy = true, bool useSdcaLogisticRegression = true,
            FastTreeOption fastTreeOption = null, LgbmOption lgbmOption = null, FastForestOption fastForestOption = null, LbfgsOption lbfgsMaximumEntrophyOption = null,
            LbfgsOption lbfgsLogisticRegressionOption = null, SdcaOption sdcaMaximumEntrophyOption = null, SdcaOption sdcaLogisticRegressionOption = null,
            SearchSpace<FastTreeOption> fastTreeSearchSpace = null, SearchSpace<LgbmOption> lgbmSearchSpace = null, SearchSpace<FastForestOption> fastForestSearchSpace = null,
            SearchSpace<LbfgsOption> lbfgsMaximumEntrophySearchSpace = null, SearchSpace<LbfgsOption> lbfgsLogisticRegressionSearchSpace = null,
            SearchSpace<SdcaOption> sdcaMaximumEntorphySearchSpace = null, SearchSpace<SdcaOption> sdcaLogisticRegressionSearchSpace = null) => Signature.Only<SweepablePipeline>();

        public SweepablePipeline Regression(
            string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null, bool useFastForest = true, bool useLgbm = true, bool useFastTree = true,
            bool useLbfgsPoissonRegression = true, bool useSdca = true, FastTreeOption fastTreeOption = null, LgbmOption lgbmOption = null, FastForestOption fastForestOption = null,
            LbfgsOption lbfgsPoissonRegressionOption = null, SdcaOption sdcaOption = null, SearchSpace<FastTreeOption> fastTreeSearchSpace = null, SearchSpace<LgbmOption> lgbmSearchSpace = null,
            SearchSpace<FastForestOption> fastForestSearchSpace = null, SearchSpace<LbfgsOption> lbfgsPoissonRegressionSearchSpace = null, SearchSpace<SdcaOption> sdcaSearchSpace = null) =>
            Signature.Only<SweepablePipeline>();

        public SweepablePipeline Featurizer(
            IDataView data, string outputColumnName = "Features", string[] catelogicalColumns = null, string[] numericColumns = null, string[] textColumns = null, string[] imagePathColumns = null,
            string[] excludeColumns = null) => Signature.Only<SweepablePipeline>();

        public SweepablePipeline Featurizer(IDataView data, ColumnInformation columnInformation, string outputColumnName = "Features") => Signature.Only<SweepablePipeline>();
    }
}
