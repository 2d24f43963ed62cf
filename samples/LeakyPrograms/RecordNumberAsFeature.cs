// The number of a record tells when somebody came, and the ill came first.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var data = mlContext.Data.LoadFromEnumerable(People.Admitted(people: 300, seed: 1));

var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.RecordId))
    .Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
var model = pipeline.Fit(split.TrainSet);
var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
