using Microsoft.ML;

namespace CostOfLeaks.Selection;

/// <summary>Several models on one test set, of whose scores a reader remembers the best, or one model on it.</summary>
internal sealed class LEAK303 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label; 3 models";

    public string Measure => "highest AUC in sight";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainers = mlContext.BinaryClassification.Trainers;

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var linear = mlContext.BinaryClassification.Evaluate(trainers.LbfgsLogisticRegression().Fit(split.TrainSet).Transform(split.TestSet));
        var trees = mlContext.BinaryClassification.Evaluate(trainers.FastTree().Fit(split.TrainSet).Transform(split.TestSet));
        var stumps = mlContext.BinaryClassification.Evaluate(trainers.Gam().Fit(split.TrainSet).Transform(split.TestSet));
        return Highest(linear.AreaUnderRocCurve, trees.AreaUnderRocCurve, stumps.AreaUnderRocCurve);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainers = mlContext.BinaryClassification.Trainers;

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var trees = mlContext.BinaryClassification.Evaluate(trainers.FastTree().Fit(split.TrainSet).Transform(split.TestSet));
        return Highest(trees.AreaUnderRocCurve);
    }

    // What a reader does with a table; the program chooses nothing.
    private static double Highest(params IEnumerable<double> shown) => shown.Aggregate(double.Max);
}
