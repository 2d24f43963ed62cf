using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>A few test rows, or many.</summary>
internal sealed class LEAK505 : IStudy
{
    public string Rows => "3,000 people admitted to a clinic, of whom 50 or 1,000 are tested";

    public string Measure => "width of the accuracy's 95 % interval";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 3000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.5);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);
        var test = mlContext.Data.TakeRows(split.TestSet, 50);
        var metrics = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(test), options: new IntervalOptions { Resamples = 100 });
        return metrics.Accuracy.Interval!.Width;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 3000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.5);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);
        var test = mlContext.Data.TakeRows(split.TestSet, 1000);
        var metrics = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(test), options: new IntervalOptions { Resamples = 100 });
        return metrics.Accuracy.Interval!.Width;
    }
}
