using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>An accuracy alone, or with how many of the ill are found.</summary>
internal sealed class LEAK507 : IBareScore
{
    public string Rows => "a screening of 1,000 people, of whom 5 % are ill";

    public string Score => "accuracy";

    public string Beside => "the share of the ill that are found";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Screening(people: 1000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Screened.Marker), nameof(Screened.Volume));
        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);

        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Screening(people: 1000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Screened.Marker), nameof(Screened.Volume));
        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);

        var metrics = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet), options: new IntervalOptions { Resamples = 100 });
        return metrics.PositiveRecall.Value ?? double.NaN;
    }
}
