using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace ParkinsonsVoice;

/// <summary>How it is usually written: scale all recordings, then split them one by one. Compare with <see cref="Honest"/>.</summary>
internal static class Leaky
{
    /// <summary>The held-out recordings of five folds, pooled, each as the model of its fold scores it.</summary>
    public static IReadOnlyList<ScoredRecording> Scored(IReadOnlyList<VoiceRecording> recordings, int seed, LeakageGuard guard, Action<ITransformer, DataOperationsCatalog.TrainTestData>? onFold = null)
    {
        var mlContext = new MLContext(seed);
        var data = guard.Watch(mlContext.Data.LoadFromEnumerable(recordings));

        var scaling = mlContext.Transforms.NormalizeMeanVariance("Features", nameof(VoiceRecording.Voice));
        var scaled = guard.Fit(scaling, data).Transform(data);
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 50, minimumExampleCountPerLeaf: 2);

        var scored = new List<ScoredRecording>();
        foreach (var fold in guard.Split(mlContext.Data.CrossValidationSplit(scaled, numberOfFolds: 5)))
        {
            var model = guard.Fit(trainer, fold.TrainSet);
            var predictions = guard.Tested(model.Transform(fold.TestSet));
            scored.AddRange(mlContext.Data.CreateEnumerable<ScoredRecording>(predictions, reuseRowObject: false));
            onFold?.Invoke(model.Unwatched, fold);
        }

        return scored;
    }

    /// <summary>Their area under the ROC curve.</summary>
    public static double Score(IReadOnlyList<VoiceRecording> recordings, int seed, LeakageGuard guard)
    {
        var mlContext = new MLContext(seed);
        return mlContext.BinaryClassification.EvaluateNonCalibrated(mlContext.Data.LoadFromEnumerable(Scored(recordings, seed, guard))).AreaUnderRocCurve;
    }
}
