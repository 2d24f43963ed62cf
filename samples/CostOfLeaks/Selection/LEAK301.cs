using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace CostOfLeaks.Selection;

/// <summary>Training stopped where the test rows like it best, or where rows of its own do.</summary>
internal sealed class LEAK301 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(StopEarly());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet, validationData: split.TestSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(StopEarly());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var inner = mlContext.Data.TrainTestSplit(split.TrainSet, testFraction: 0.3);
        var model = trainer.Fit(inner.TrainSet, validationData: inner.TestSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    private static FastTreeBinaryTrainer.Options StopEarly() => new()
    {
        NumberOfTrees = 100,
        EarlyStoppingMetric = EarlyStoppingMetric.L1Norm,
        EarlyStoppingRule = new TolerantEarlyStoppingRule(),
    };
}
