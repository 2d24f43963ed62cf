using Microsoft.ML.Signatures;
using Microsoft.ML.Vision;

namespace Microsoft.ML
{
    public static class VisionCatalog
    {
        public static ImageClassificationTrainer ImageClassification(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, ImageClassificationTrainer.Options options) => Signature.Only<ImageClassificationTrainer>();

        public static ImageClassificationTrainer ImageClassification(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label", string featureColumnName = "Features", string scoreColumnName = "Score",
            string predictedLabelColumnName = "PredictedLabel", IDataView validationSet = null) => Signature.Only<ImageClassificationTrainer>();
    }
}

namespace Microsoft.ML.Vision
{
    public sealed class ImageClassificationTrainer : SignatureEstimator<Data.MulticlassPredictionTransformer<ImageClassificationModelParameters>>
    {
        public enum Architecture { ResnetV2101, InceptionV3, MobilenetV2, ResnetV250 }

        public enum EarlyStoppingMetric { Accuracy, Loss }

        public sealed class EarlyStopping
        {
            public EarlyStopping(float minDelta = 0.01f, int patience = 20, EarlyStoppingMetric metric = EarlyStoppingMetric.Accuracy, bool checkIncreasing = true) => Signature.Only<bool>();

            public float MinDelta { get; set; }

            public int Patience { get; set; }

            public bool CheckIncreasing { get; set; }
        }

        public sealed class ImageClassificationMetrics;

        public sealed class Options
        {
            public string LabelColumnName;
            public string FeatureColumnName;
            public int BatchSize;
            public int Epoch;
            public float LearningRate;
            public EarlyStopping EarlyStoppingCriteria;
            public Architecture Arch;
            public string ScoreColumnName;
            public string PredictedLabelColumnName;
            public string FinalModelPrefix;
            public Action<ImageClassificationMetrics> MetricsCallback;
            public string WorkspacePath;
            public bool TestOnTrainSet;
            public bool ReuseTrainSetBottleneckCachedValues;
            public bool ReuseValidationSetBottleneckCachedValues;
            public IDataView ValidationSet;
            public float? ValidationSetFraction;
            public string TrainSetBottleneckCachedValuesFileName;
            public string ValidationSetBottleneckCachedValuesFileName;
            public Trainers.LearningRateScheduler LearningRateScheduler;
        }
    }

    public sealed class ImageClassificationModelParameters;
}
