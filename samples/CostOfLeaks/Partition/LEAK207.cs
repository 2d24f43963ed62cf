using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>Rows in another order at every pass, or in one.</summary>
internal sealed class LEAK207 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var random = new Random(seed);
        var people = Noise.Narrow(people: 200, seed);
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1);

        var data = mlContext.Data.LoadFromEnumerable(people.OrderBy(_ => random.Next()));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var random = new Random(seed);
        var people = Noise.Narrow(people: 200, seed);
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1);

        var data = mlContext.Data.LoadFromEnumerable(people.OrderBy(_ => random.Next()).ToList());
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
