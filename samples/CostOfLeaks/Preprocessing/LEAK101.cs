using Microsoft.ML;

namespace CostOfLeaks.Preprocessing;

/// <summary>Features chosen by the label, before or inside the folds.</summary>
internal sealed class LEAK101 : IStudy
{
    public string Rows => "100 people, 2,000 features of pure noise, a coin toss as label";

    public string Measure => "accuracy";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Wide(people: 100, seed));
        var selection = mlContext.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 20, numberOfBins: 4);
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: 0);

        var selected = selection.Fit(data).Transform(data);
        var folds = mlContext.BinaryClassification.CrossValidate(selected, trainer, numberOfFolds: 4);
        return folds.Average(fold => fold.Metrics.Accuracy);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Wide(people: 100, seed));
        var selection = mlContext.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 20, numberOfBins: 4);
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: 0);

        var folds = mlContext.BinaryClassification.CrossValidate(data, selection.Append(trainer), numberOfFolds: 4);
        return folds.Average(fold => fold.Metrics.Accuracy);
    }
}
