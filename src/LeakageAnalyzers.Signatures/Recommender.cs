using Microsoft.ML.Data;
using Microsoft.ML.Signatures;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.Recommender;

namespace Microsoft.ML
{
    public static class RecommenderCatalog
    {
        public static RecommendationCatalog Recommendation(this MLContext ctx) => Signature.Only<RecommendationCatalog>();
    }

    public sealed class RecommendationCatalog
    {
        public RecommendationTrainers Trainers => Signature.Only<RecommendationTrainers>();

        public RegressionMetrics Evaluate(IDataView data, string labelColumnName = "Label", string scoreColumnName = "Score") => Signature.Only<RegressionMetrics>();

        public IReadOnlyList<TrainCatalogBase.CrossValidationResult<RegressionMetrics>> CrossValidate(
            IDataView data, IEstimator<ITransformer> estimator, int numberOfFolds = 5, string labelColumnName = "Label", string samplingKeyColumnName = null, int? seed = null) =>
            Signature.Only<IReadOnlyList<TrainCatalogBase.CrossValidationResult<RegressionMetrics>>>();

        public sealed class RecommendationTrainers
        {
            public MatrixFactorizationTrainer MatrixFactorization(
                string labelColumnName, string matrixColumnIndexColumnName, string matrixRowIndexColumnName, int approximationRank = 8, double learningRate = 0.1, int numberOfIterations = 20) =>
                Signature.Only<MatrixFactorizationTrainer>();

            public MatrixFactorizationTrainer MatrixFactorization(MatrixFactorizationTrainer.Options options) => Signature.Only<MatrixFactorizationTrainer>();
        }
    }
}

namespace Microsoft.ML.Trainers
{
    public sealed class MatrixFactorizationTrainer : SignatureEstimator<MatrixFactorizationPredictionTransformer>
    {
        public MatrixFactorizationPredictionTransformer Fit(IDataView trainData, IDataView validationData) => Signature.Only<MatrixFactorizationPredictionTransformer>();

        public enum LossFunctionType
        {
            SquareLossRegression = 0,
            SquareLossOneClass = 12,
        }

        public sealed class Options
        {
            public string MatrixColumnIndexColumnName;
            public string MatrixRowIndexColumnName;
            public string LabelColumnName;
            public LossFunctionType LossFunction;
            public double Lambda;
            public int ApproximationRank;
            public int NumberOfIterations;
            public double LearningRate;
            public double Alpha;
            public double C;
            public int NumberOfThreads;
            public bool Quiet;
            public bool NonNegative;
        }
    }
}

namespace Microsoft.ML.Trainers.Recommender
{
    public sealed class MatrixFactorizationModelParameters
    {
        public int NumberOfRows => Signature.Only<int>();

        public int NumberOfColumns => Signature.Only<int>();

        public int ApproximationRank => Signature.Only<int>();

        public IReadOnlyList<float> LeftFactorMatrix => Signature.Only<IReadOnlyList<float>>();

        public IReadOnlyList<float> RightFactorMatrix => Signature.Only<IReadOnlyList<float>>();
    }

    public sealed class MatrixFactorizationPredictionTransformer : SignatureTransformer
    {
        public MatrixFactorizationModelParameters Model => Signature.Only<MatrixFactorizationModelParameters>();

        public string MatrixColumnIndexColumnName => Signature.Only<string>();

        public string MatrixRowIndexColumnName => Signature.Only<string>();
    }
}
