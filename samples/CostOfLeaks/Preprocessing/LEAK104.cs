using Microsoft.ML;

namespace CostOfLeaks.Preprocessing;

/// <summary>Test rows scaled by their own statistics, or by those of the train rows.</summary>
internal sealed class LEAK104 : IStudy
{
    public string Rows => "300 people of one site, tested on 100 of another whose scanner adds an offset";

    public string Measure => "accuracy";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var train = mlContext.Data.LoadFromEnumerable(Simulated.Site(people: 300, offset: 0, seed));
        var test = mlContext.Data.LoadFromEnumerable(Simulated.Site(people: 100, offset: 2, seed + 1000));
        var scaling = mlContext.Transforms.NormalizeMeanVariance("Features");
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var model = trainer.Fit(scaling.Fit(train).Transform(train));
        var scaledTest = scaling.Fit(test).Transform(test);
        return mlContext.BinaryClassification.Evaluate(model.Transform(scaledTest)).Accuracy;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var train = mlContext.Data.LoadFromEnumerable(Simulated.Site(people: 300, offset: 0, seed));
        var test = mlContext.Data.LoadFromEnumerable(Simulated.Site(people: 100, offset: 2, seed + 1000));
        var scaling = mlContext.Transforms.NormalizeMeanVariance("Features");
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var scaler = scaling.Fit(train);
        var model = trainer.Fit(scaler.Transform(train));
        return mlContext.BinaryClassification.Evaluate(model.Transform(scaler.Transform(test))).Accuracy;
    }
}
