using Microsoft.ML;

/// <summary>One method scales, another one splits.</summary>
internal static class Study18
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromEnumerable(Reading.Take(seed: 18));
        var scaled = Scale(ml, readings);
        var split = ml.Data.TrainTestSplit(scaled, testFraction: 0.25);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
    }

    // To the range from 0 to 1.
    private static IDataView Scale(MLContext ml, IDataView rows)
    {
        var steps = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
        return steps.Fit(rows).Transform(rows);
    }
}
