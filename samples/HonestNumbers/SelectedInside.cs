using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace HonestNumbers;

/// <summary>The same with the choice inside the folds: each model sees the labels of its training rows alone.</summary>
internal static class SelectedInside
{
    /// <summary>The held-out rows of five folds, pooled, each as the model of its fold scores it; told of each fold's model and parts.</summary>
    public static IReadOnlyList<ScoredNoise> Scored(IReadOnlyList<NoiseRow> rows, LeakageGuard guard, Action<ITransformer, DataOperationsCatalog.TrainTestData> onFold)
    {
        var mlContext = new MLContext(seed: 1);
        var data = guard.Watch(mlContext.Data.LoadFromEnumerable(rows));

        var selection = mlContext.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", nameof(NoiseRow.Measures), slotsInOutput: 50, numberOfBins: 8);
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var pipeline = selection.Append(trainer);

        var scored = new List<ScoredNoise>();
        foreach (var fold in guard.Split(mlContext.Data.CrossValidationSplit(data, numberOfFolds: 5)))
        {
            var model = guard.Fit(pipeline, fold.TrainSet);
            var predictions = guard.Tested(model.Transform(fold.TestSet));
            scored.AddRange(mlContext.Data.CreateEnumerable<ScoredNoise>(predictions, reuseRowObject: false));
            onFold(model.Unwatched, fold);
        }

        return scored;
    }
}
