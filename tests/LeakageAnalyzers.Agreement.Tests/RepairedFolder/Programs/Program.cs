// Ward round 1: does scaling help?
using Microsoft.ML;

if (args is ["all"])
{
    foreach (var study in typeof(Study02).Assembly.GetTypes().Where(type => type.Name.StartsWith("Study")).OrderBy(type => type.Name))
    {
        study.GetMethod("Run")!.Invoke(null, []);
        Console.WriteLine($"{study.Name} ran");
    }
}

var ml = new MLContext(seed: 1);
var data = ml.Data.LoadFromEnumerable(Reading.Take(seed: 1));
var scaling = ml.Transforms.Concatenate("Features", nameof(Reading.Age), nameof(Reading.Pressure))
    .Append(ml.Transforms.NormalizeMeanVariance("Features")); // zero mean, unit variance
var scaled = scaling.Fit(data).Transform(data);

// Hold a quarter out.
var parts = ml.Data.TrainTestSplit(scaled, testFraction: 0.25);
var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(parts.TrainSet);
var metrics = ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));
Console.WriteLine($"Accuracy {metrics.Accuracy:0.00}");
