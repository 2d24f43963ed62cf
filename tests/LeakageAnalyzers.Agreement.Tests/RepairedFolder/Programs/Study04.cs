using Microsoft.ML;

/// <summary>The test rows are scaled by their own mean.</summary>
internal static class Study04
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Reading.Take(seed: 4)), testFraction: 0.25);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet);
        // The test rows get the same treatment.
        var test = scaling.Fit(split.TestSet).Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).AreaUnderRocCurve);
    }
}
