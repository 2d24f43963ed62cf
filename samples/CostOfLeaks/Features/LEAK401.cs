using Microsoft.ML;

namespace CostOfLeaks.Features;

/// <summary>A column computed from the label among the features, or not.</summary>
internal sealed class LEAK401 : IStudy
{
    public string Rows => "300 people of one site, two measures and the diagnosis";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 300, seed));
        var pipeline = mlContext.Transforms.Conversion.ConvertType("Diagnosed", "Label")
            .Append(mlContext.Transforms.Concatenate("Features", "Pressure", "Glucose", "Diagnosed"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = pipeline.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 300, seed));
        var pipeline = mlContext.Transforms.Concatenate("Features", "Pressure", "Glucose")
            .Append(mlContext.BinaryClassification.Trainers.FastTree());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = pipeline.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
