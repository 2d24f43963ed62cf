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
        public static TextClassificationTrainer TextClassification(this MulticlassTrainers catalog, TextClassificationTrainer.TextClassificationOptions options) => Signature.Only<TextClassificationTrainer>();

        public static TextClassificationTrainer TextClassification(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string scoreColumnName = "Score", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence1",
            string sentence2ColumnName = null, int batchSize = 32, int maxEpochs = 10, BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) =>
            Signature.Only<TextClassificationTrainer>();

        public static SentenceSimilarityTrainer SentenceSimilarity(this RegressionCatalog.RegressionTrainers catalog, SentenceSimilarityTrainer.SentenceSimilarityOptions options) => Signature.Only<SentenceSimilarityTrainer>();

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

        public static NerTrainer NameEntityRecognition(this MulticlassTrainers catalog, NerTrainer.NerOptions options) => Signature.Only<NerTrainer>();

        public static NerTrainer NameEntityRecognition(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<NerTrainer>();

        public static NerTrainer NamedEntityRecognition(this MulticlassTrainers catalog, NerTrainer.NerOptions options) => Signature.Only<NerTrainer>();

        public static NerTrainer NamedEntityRecognition(
            this MulticlassTrainers catalog, string labelColumnName = "Label", string outputColumnName = "PredictedLabel", string sentence1ColumnName = "Sentence", int batchSize = 32, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<NerTrainer>();

        public static QATrainer QuestionAnswer(this MulticlassTrainers catalog, QATrainer.Options options) => Signature.Only<QATrainer>();

        public static QATrainer QuestionAnswer(
            this MulticlassTrainers catalog, string contextColumnName = "Context", string questionColumnName = "Question", string trainingAnswerColumnName = "TrainingAnswer",
            string answerIndexColumnName = "AnswerIndex", string predictedAnswerColumnName = "Answer", string scoreColumnName = "Score", int topK = 3, int batchSize = 4, int maxEpochs = 10,
            BertArchitecture architecture = BertArchitecture.Roberta, IDataView validationSet = null) => Signature.Only<QATrainer>();
    }
}

namespace Microsoft.ML.TorchSharp
{
    public abstract class TorchSharpBaseTrainer
    {
        public abstract class Options
        {
            public string LabelColumnName;
            public string ScoreColumnName;
            public string PredictionColumnName;
            public int BatchSize;
            public double StartLearningRateRatio;
            public double FinalLearningRateRatio;
            public double WeightDecay;
            public int MaxEpoch;
            public IDataView ValidationSet;
        }
    }
}

namespace Microsoft.ML.TorchSharp.NasBert
{
    public enum BertArchitecture { NasBert, Roberta }

    public class NasBertTrainer
    {
        public class NasBertOptions : TorchSharpBaseTrainer.Options
        {
            public string Sentence1ColumnName;
            public string Sentence2ColumnName;
            public bool FreezeEncoder;
            public bool FreezeTransfer;
            public bool LayerNormTraining;
            public bool EncoderNormalizeBefore;
            public double Dropout;
            public double AttentionDropout;
            public double ActivationDropout;
            public bool DynamicDropout;
            public double PoolerDropout;
            public IReadOnlyList<double> AdamBetas;
            public double AdamEps;
            public double ClipNorm;
            public double WarmupRatio;
            public List<double> LearningRate;
        }
    }

    public sealed class TextClassificationTrainer : SignatureEstimator<TextClassificationTransformer>
    {
        public class TextClassificationOptions : NasBertTrainer.NasBertOptions;
    }

    public sealed class TextClassificationTransformer : SignatureTransformer;

    public sealed class SentenceSimilarityTrainer : SignatureEstimator<SentenceSimilarityTransformer>
    {
        public class SentenceSimilarityOptions : NasBertTrainer.NasBertOptions;
    }

    public sealed class SentenceSimilarityTransformer : SignatureTransformer;

    public sealed class NerTrainer : SignatureEstimator<NerTransformer>
    {
        public class NerOptions : NasBertTrainer.NasBertOptions;
    }

    public sealed class NerTransformer : SignatureTransformer;
}

namespace Microsoft.ML.TorchSharp.Roberta
{
    public sealed class QATrainer : SignatureEstimator<QATransformer>
    {
        public sealed class Options : NasBertTrainer.NasBertOptions
        {
            public string ContextColumnName;
            public string QuestionColumnName;
            public string TrainingAnswerColumnName;
            public string PredictedAnswerColumnName;
            public string AnswerIndexStartColumnName;
            public int TopKAnswers;
            public int LogEveryNStep;
        }
    }

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
            public List<int> Steps;
            public int MaxEpoch;
            public IDataView ValidationSet;
            public double InitLearningRate;
            public double WeightDecay;
            public int LogEveryNStep;
        }
    }

    public sealed class ObjectDetectionTransformer : SignatureTransformer;

    public sealed class ObjectDetectionMetrics
    {
        public float MAP50 => Signature.Only<float>();

        public float MAP50_95 => Signature.Only<float>();
    }
}
