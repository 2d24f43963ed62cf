using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>Which of two models is better by a bare difference, or beyond chance.</summary>
internal sealed class LEAK503 : IStudy
{
    public string Rows => "400 people, 10 features of pure noise, a coin toss as label; two models, neither of which is better";

    public string Measure => "share of draws in which the boosted trees are called better";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 400, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.5);
        var boosted = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20).Fit(split.TrainSet).Transform(split.TestSet);
        var forest = mlContext.BinaryClassification.Trainers.FastForest(numberOfTrees: 20).Fit(split.TrainSet).Transform(split.TestSet);

        var first = mlContext.BinaryClassification.EvaluateNonCalibrated(boosted).AreaUnderRocCurve;
        var second = mlContext.BinaryClassification.EvaluateNonCalibrated(forest).AreaUnderRocCurve;
        return Counted(first > second ? "boosting is better" : "no claim");
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 400, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.5);
        var boosted = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20).Fit(split.TrainSet).Transform(split.TestSet);
        var forest = mlContext.BinaryClassification.Trainers.FastForest(numberOfTrees: 20).Fit(split.TrainSet).Transform(split.TestSet);

        var comparison = mlContext.BinaryClassification.CompareModels(boosted, forest, margin: 0);
        return Counted(comparison.Verdict == SuperiorityVerdict.Superior ? "boosting is better" : "no claim");
    }

    private static double Counted(string claim) => claim == "no claim" ? 0 : 1;
}
