// There is a test set, but the score is that of all rows.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var data = mlContext.Data.LoadFromEnumerable(People.Few(people: 200, seed: 1));

var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
var model = mlContext.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(data));
Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
