using Microsoft.ML.Data;
using Microsoft.ML.Signatures;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Microsoft.ML
{
    public static class MklComponentsCatalog
    {
        public static OlsTrainer Ols(
            this RegressionCatalog.RegressionTrainers catalog, string labelColumnName = "Label", string featureColumnName = "Features", string exampleWeightColumnName = null) =>
            Signature.Only<OlsTrainer>();

        public static OlsTrainer Ols(this RegressionCatalog.RegressionTrainers catalog, OlsTrainer.Options options) => Signature.Only<OlsTrainer>();

        public static SymbolicSgdLogisticRegressionBinaryTrainer SymbolicSgdLogisticRegression(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, string labelColumnName = "Label", string featureColumnName = "Features", int numberOfIterations = 50) =>
            Signature.Only<SymbolicSgdLogisticRegressionBinaryTrainer>();

        public static SymbolicSgdLogisticRegressionBinaryTrainer SymbolicSgdLogisticRegression(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, SymbolicSgdLogisticRegressionBinaryTrainer.Options options) =>
            Signature.Only<SymbolicSgdLogisticRegressionBinaryTrainer>();

        public static VectorWhiteningEstimator VectorWhiten(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null, WhiteningKind kind = WhiteningKind.ZeroPhaseComponentAnalysis, float epsilon = 1e-5f,
            int maximumNumberOfRows = 100000, int rank = 0) => Signature.Only<VectorWhiteningEstimator>();
    }
}

namespace Microsoft.ML.Trainers
{
    public sealed class OlsTrainer : SignatureEstimator<RegressionPredictionTransformer<OlsModelParameters>>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public string ExampleWeightColumnName;
            public float L2Regularization;
            public bool CalculateStatistics;
        }
    }

    public sealed class OlsModelParameters
    {
        public IReadOnlyList<float> Weights => Signature.Only<IReadOnlyList<float>>();

        public float Bias => Signature.Only<float>();

        public double RSquared => Signature.Only<double>();

        public double RSquaredAdjusted => Signature.Only<double>();

        public bool HasStatistics => Signature.Only<bool>();

        public IReadOnlyList<double> StandardErrors => Signature.Only<IReadOnlyList<double>>();

        public IReadOnlyList<double> TValues => Signature.Only<IReadOnlyList<double>>();

        public IReadOnlyList<double> PValues => Signature.Only<IReadOnlyList<double>>();
    }

    public sealed class SymbolicSgdLogisticRegressionBinaryTrainer : SignatureEstimator<ITransformer>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public int? NumberOfThreads;
            public int NumberOfIterations;
            public float Tolerance;
            public float? LearningRate;
            public float L2Regularization;
            public float UpdateFrequency;
            public float PositiveInstanceWeight;
        }
    }
}

namespace Microsoft.ML.Transforms
{
    public enum WhiteningKind : byte { PrincipalComponentAnalysis, ZeroPhaseComponentAnalysis }

    public sealed class VectorWhiteningEstimator : SignatureEstimator<VectorWhiteningTransformer>;

    public sealed class VectorWhiteningTransformer : SignatureTransformer;
}
