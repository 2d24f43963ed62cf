using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>A model evaluated on its training rows, or on rows that were held out.</summary>
internal sealed class LEAK201 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree();

        var model = trainer.Fit(data);
        return mlContext.BinaryClassification.Evaluate(model.Transform(data)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree();

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
