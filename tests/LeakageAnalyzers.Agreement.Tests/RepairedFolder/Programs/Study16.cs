using Microsoft.ML;

/// <summary>A copy of the label is a feature.</summary>
internal static class Study16
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Reading.Take(seed: 16)), testFraction: 0.25);
        var pipeline = ml.Transforms.Conversion.ConvertType("Outcome", "Label")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Outcome", "Pressure"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
    }
}
