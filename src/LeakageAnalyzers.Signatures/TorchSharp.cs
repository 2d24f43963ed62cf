using Microsoft.ML.Data;
using Microsoft.ML.Signatures;
using Microsoft.ML.TorchSharp.AutoFormerV2;
using Microsoft.ML.TorchSharp.NasBert;
using Microsoft.ML.TorchSharp.Roberta;
using MulticlassTrainers = Microsoft.ML.MulticlassClassificationCatalog.MulticlassClassificationTrainers;

namespace Microsoft.ML.TorchSharp
{
    public static class TorchSharpCatalog
    {
        public static TextClassificationTrainer TextClassification(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string scoreColumnName = "Score", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence1",
            string sentence2ColumnName = null, int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) =>
            Signature.Only<TextClassificationTrainer>();

        public static SentenceSimilarityTrainer SentenceSimilarity(
            this RegressionCatalog.RegressionTrainers catalog, string labelColumnName = "Label", string scoreColumnName = "Score", string sentence1ColumnName = "Sentence1",
            string sentence2ColumnName = "Sentence2", int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) =>
            Signature.Only<SentenceSimilarityTrainer>();

        public static ObjectDetectionTrainer ObjectDetection(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string predictedLabelColumnName = "PredictedLabel", string scoreColumnName = "Score",
            string boundingBoxColumnName = "BoundingBoxes", string predictedBoundingBoxColumnName = "PredictedBoundingBoxes", string imageColumnName = "Image", int maxEpoch = 10) =>
            Signature.Only<ObjectDetectionTrainer>();

        public static ObjectDetectionTrainer ObjectDetection(this MulticlassTrainers catalog, ObjectDetectionTrainer.Options options) => Signature.Only<ObjectDetectionTrainer>();

        public static ObjectDetectionMetrics EvaluateObjectDetection(
            this MulticlassClassificationCatalog catalog, IDataView data, DataViewSchema.Column labelCol, DataViewSchema.Column actualBoundingBoxColumn, DataViewSchema.Column predictedLabelCol,
            DataViewSchema.Column predictedBoundingBoxColumn, DataViewSchema.Column scoreCol) => Signature.Only<ObjectDetectionMetrics>();

        public static NerTrainer NameEntityRecognition(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<NerTrainer>();

        public static NerTrainer NamedEntityRecognition(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<NerTrainer>();

        public static QATrainer QuestionAnswer(
            this MulticlassTrainers catalog, string contextColumnName = "Context", string questionColumnName = "Question", string trainingAnswerColumnName = "TrainingAnswer",
            string answerIndexColumnName = "AnswerIndex", string predictedAnswerColumnName = "Answer", string scoreColumnName = "Score", int topK = 3, int batchSize = 4, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<QATrainer>();
    }
}

namespace Microsoft.ML.TorchSharp.NasBert
{
    public enum BertArchitecture { NasBert, Roberta }

    public sealed class TextClassificationTrainer : SignatureEstimator<TextClassificationTransformer>;

    public sealed class TextClassificationTransformer : SignatureTransformer;

    public sealed class SentenceSimilarityTrainer : SignatureEstimator<SentenceSimilarityTransformer>;

    public sealed class SentenceSimilarityTransformer : SignatureTransformer;

    public sealed class NerTrainer : SignatureEstimator<NerTransformer>;

    public sealed class NerTransformer : SignatureTransformer;
}

namespace Microsoft.ML.TorchSharp.Roberta
{
    public sealed class QATrainer : SignatureEstimator<QATransformer>;

    public sealed class QATransformer : SignatureTransformer;
}

namespace Microsoft.ML.TorchSharp.AutoFormerV2
{
    public sealed class ObjectDetectionTrainer : SignatureEstimator<ObjectDetectionTransformer>
    {
        public sealed class Options
        {
            public string LabelColumnName;
            public string PredictedLabelColumnName;
            public string BoundingBoxColumnName;
            public string PredictedBoundingBoxColumnName;
            public string ImageColumnName;
            public string ScoreColumnName;
            public double IOUThreshold;
            public double ScoreThreshold;
            public int LogEveryNStep;
            public int MaxEpoch;
        }
    }

    public sealed class ObjectDetectionTransformer : SignatureTransformer;

    public sealed class ObjectDetectionMetrics
    {
        public float MAP50 => Signature.Only<float>();

        public float MAP50_95 => Signature.Only<float>();
    }
}
