// The shuffle is lazy: each pass over the rows has another order, so that test rows are trained on.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var data = mlContext.Data.LoadFromEnumerable(People.Few(people: 200, seed: 1).OrderBy(_ => random.Next()));

var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
var model = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1).Fit(split.TrainSet);
var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
