using Microsoft.ML;

namespace CostOfLeaks.Preprocessing;

/// <summary>Words of all reports, or of the train reports alone.</summary>
internal sealed class LEAK103 : IStudy
{
    public string Rows => "200 reports of 8 words each, most words rare, two of them telling";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Reports(reports: 200, seed));
        var words = mlContext.Transforms.Text.FeaturizeText("Features", "Text");
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var featurized = words.Fit(data).Transform(data);
        var split = mlContext.Data.TrainTestSplit(featurized, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Reports(reports: 200, seed));
        var words = mlContext.Transforms.Text.FeaturizeText("Features", "Text");
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = words.Append(trainer).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
