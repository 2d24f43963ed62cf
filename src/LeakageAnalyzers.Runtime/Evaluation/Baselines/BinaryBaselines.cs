using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The baselines of binary classification.</summary>
internal static class BinaryBaselines
{
    private static readonly BinaryColumns Linear = new("", "Score", "PredictedLabel", "Probability");

    public static IReadOnlyList<TrainedBaseline<ScoredBinaryRows>> Train(BaselineTraining training, ScoredBinaryRows model, BinaryColumns columns, string? groupColumnName)
    {
        var labels = ReadLabels(training.TrainRows, columns.Label);
        var share = Check.BothClasses(labels) / (double)labels.Length;
        var slot = BestFeature(training, columns.Label, labels.Length);
        ScoredBinaryRows Read(IDataView scored) => ScoredBinaryRows.Read(scored, Linear with { Label = columns.Label }, groupColumnName, isOneOfSeveralFolds: true);
        return
        [
            new(Baseline.Prior, FormattableString.Invariant($"{share:0.###} of the train rows are positive"), Constant(model, share)),
            new(Baseline.Majority, share >= 0.5 ? "all positive" : "all negative", Constant(model, share >= 0.5 ? 1 : 0)),
            new(Baseline.SingleFeature, training.NameOf(slot), Read(training.ScoreBy(slot, Trainer(training.MlContext, columns.Label)))),
            new(Baseline.Linear, "logistic regression", Read(training.ScoreByAll(Trainer(training.MlContext, columns.Label)))),
        ];
    }

    private static ScoredBinaryRows Constant(ScoredBinaryRows model, double probability)
    {
        var scores = Enumerable.Repeat(probability, model.Count).ToArray();
        return new ScoredBinaryRows(model.Labels, scores, [.. scores.Select(score => score >= 0.5)], scores, model.Groups);
    }

    private static int BestFeature(BaselineTraining training, string labelColumnName, int rows)
    {
        var features = training.FeaturesForChoice(rows);
        var labels = ReadLabels(features.Sample, labelColumnName);
        return features.Best(values => SingleFeatureAuc.Of(labels, values));
    }

    private static LbfgsLogisticRegressionBinaryTrainer Trainer(MLContext mlContext, string labelColumnName) =>
        mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = BaselineTraining.Prepared,
            L1Regularization = 0,
            NumberOfThreads = 1,
        });

    private static bool[] ReadLabels(IDataView rows, string labelColumnName)
    {
        var reader = new PredictionReader(rows);
        if (reader.Find(labelColumnName, nameof(labelColumnName)).Type is not BooleanDataViewType)
        {
            throw new ArgumentException($"The column '{labelColumnName}' has to hold truth values, as ML.NET's binary trainers ask.", nameof(labelColumnName));
        }

        var labels = reader.Truths(labelColumnName, nameof(labelColumnName));
        reader.Read();
        return [.. labels];
    }
}
