using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace ParkinsonsVoice;

/// <summary>The same program without the leaks: people stay whole, and scaling is learned from the training people alone.</summary>
internal static class Honest
{
    /// <summary>The held-out recordings of five folds, pooled, each as the model of its fold scores it.</summary>
    public static IReadOnlyList<ScoredRecording> Scored(IReadOnlyList<VoiceRecording> recordings, int seed, LeakageGuard guard, Action<ITransformer, DataOperationsCatalog.TrainTestData>? onFold = null)
    {
        var mlContext = new MLContext(seed);
        var data = guard.Watch(mlContext.Data.LoadFromEnumerable(recordings));

        var scaling = mlContext.Transforms.NormalizeMeanVariance("Features", nameof(VoiceRecording.Voice));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 50, minimumExampleCountPerLeaf: 2);
        var pipeline = scaling.Append(trainer);

        var scored = new List<ScoredRecording>();
        foreach (var fold in guard.Split(mlContext.Data.CrossValidationSplit(data, numberOfFolds: 5, samplingKeyColumnName: nameof(VoiceRecording.PatientId))))
        {
            var model = guard.Fit(pipeline, fold.TrainSet);
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
