using Microsoft.ML;

/// <summary>There are test rows, and the train rows are evaluated.</summary>
internal static class Study05
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Reading.Take(seed: 5)), testFraction: 0.25);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var model = pipeline.Fit(split.TrainSet);
        var scored = model.Transform(split.TrainSet /* was: all of them */);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
    }
}
