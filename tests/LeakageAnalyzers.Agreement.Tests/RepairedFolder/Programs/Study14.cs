using Microsoft.ML;

/// <summary>The test rows calibrate the probabilities that are tested.</summary>
internal static class Study14
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Reading.Take(seed: 14)), testFraction: 0.4);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.AveragedPerceptron());
        var model = pipeline.Fit(split.TrainSet);
        // Scores to probabilities.
        var calibrated = model.Append(ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(split.TestSet)));
        Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(split.TestSet)).LogLoss);
    }
}
