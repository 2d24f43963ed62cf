// A measure that wanders is "forecast" between days that the model has seen.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var days = People.Days(days: 400, seed: 1).OrderBy(day => day.Date).ToList();
var data = mlContext.Data.LoadFromEnumerable(days);

var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
var model = mlContext.Regression.Trainers.FastTree(numberOfTrees: 50).Fit(split.TrainSet);
var metrics = mlContext.Regression.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"Mean absolute error {metrics.MeanAbsoluteError:0.000}");
