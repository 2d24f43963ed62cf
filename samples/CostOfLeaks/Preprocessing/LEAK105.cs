using Microsoft.ML;

namespace CostOfLeaks.Preprocessing;

/// <summary>Rows drawn several times, before or after the split.</summary>
internal sealed class LEAK105 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1);

        var sample = mlContext.Data.Cache(mlContext.Data.BootstrapSample(data, seed: seed));
        var split = mlContext.Data.TrainTestSplit(sample, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1);

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var sample = mlContext.Data.Cache(mlContext.Data.BootstrapSample(split.TrainSet, seed: seed));
        var model = trainer.Fit(sample);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
