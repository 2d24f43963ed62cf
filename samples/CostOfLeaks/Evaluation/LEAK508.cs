using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>A score over all rows, or scanner by scanner.</summary>
internal sealed class LEAK508 : IBareScore
{
    public string Rows => "1,000 people, one in ten of them on a second scanner, which does not show the illness";

    public string Score => "AUC";

    public string Beside => "the AUC of the second scanner";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.TwoScanners(people: 1000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var model = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.TwoScanners(people: 1000, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var model = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20).Fit(split.TrainSet);

        var subgroups = mlContext.BinaryClassification.EvaluateSubgroups(model.Transform(split.TestSet), nameof(Scanned.Scanner), options: new IntervalOptions { Resamples = 100 });
        return subgroups["B"].Evaluation!["AreaUnderRocCurve"].Value ?? double.NaN;
    }
}
