// Parkinson's disease from the voice: each person's recordings are scaled together, then stand on both sides of each fold.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var data = mlContext.Data.LoadFromEnumerable(VoiceRecording.Load(Path.Combine("..", "ParkinsonsVoice", "data", "parkinsons.csv")));

var scaling = mlContext.Transforms.NormalizeMeanVariance("Features", nameof(VoiceRecording.Voice));
var scaled = scaling.Fit(data).Transform(data);
var trainer = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 50, minimumExampleCountPerLeaf: 2);
var folds = mlContext.BinaryClassification.CrossValidate(scaled, trainer, numberOfFolds: 3);
Console.WriteLine($"Accuracy {folds.Average(fold => fold.Metrics.Accuracy):0.000}");
