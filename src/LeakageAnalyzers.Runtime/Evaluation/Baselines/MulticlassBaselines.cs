using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The baselines of multiclass classification.</summary>
internal static class MulticlassBaselines
{
    public static IReadOnlyList<TrainedBaseline<ScoredMulticlassRows>> Train(BaselineTraining training, ScoredMulticlassRows model, string labelColumnName, string? groupColumnName)
    {
        var labels = ReadLabels(training.TrainRows, labelColumnName);
        float[] shares = [.. Enumerable.Range(0, model.ClassCount).Select(label => labels.Count(known => known == label) / (float)labels.Length)];
        var majority = Array.IndexOf(shares, shares.Max());
        var slot = BestFeature(training, labelColumnName, labels.Length);
        ScoredMulticlassRows Read(IDataView scored) => ScoredMulticlassRows.Read(scored, labelColumnName, "Score", topK: 0, groupColumnName);
        return
        [
            new(Baseline.Prior, "the shares of the classes in the train rows", Constant(model, shares)),
            new(Baseline.Majority, $"all '{model.ClassNames[majority]}'", Constant(model, [.. shares.Select((_, label) => label == majority ? 1f : 0f)])),
            new(Baseline.SingleFeature, training.NameOf(slot), Read(training.ScoreBy(slot, Trainer(training.MlContext, labelColumnName)))),
            new(Baseline.Linear, "logistic regression", Read(training.ScoreByAll(Trainer(training.MlContext, labelColumnName)))),
        ];
    }

    private static ScoredMulticlassRows Constant(ScoredMulticlassRows model, float[] scores) =>
        new(model.Classes, [.. Enumerable.Repeat(scores, model.Count)], model.ClassNames, topK: null, model.Groups);

    private static int BestFeature(BaselineTraining training, string labelColumnName, int rows)
    {
        var features = training.FeaturesForChoice(rows);
        var labels = ReadLabels(features.Sample, labelColumnName);
        bool[][] ofClass = [.. labels.Distinct().OrderBy(label => label).Select(label => labels.Select(known => known == label).ToArray())];
        return features.Best(values => ofClass.Average(rest => SingleFeatureAuc.Of(rest, values)));
    }

    private static LbfgsMaximumEntropyMulticlassTrainer Trainer(MLContext mlContext, string labelColumnName) =>
        mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = BaselineTraining.Prepared,
            L1Regularization = 0,
            NumberOfThreads = 1,
        });

    private static int[] ReadLabels(IDataView rows, string labelColumnName)
    {
        var reader = new PredictionReader(rows);
        var labels = reader.Classes(labelColumnName, nameof(labelColumnName));
        reader.Read();
        return [.. labels];
    }
}
