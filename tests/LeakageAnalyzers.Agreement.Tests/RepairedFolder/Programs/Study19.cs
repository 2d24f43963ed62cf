using Microsoft.ML;

/// <summary>Three leaks at once: scaled before a split that patients cross, with the patient among the features.</summary>
internal static class Study19
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromEnumerable(Visit.Take(seed: 19));

        // Scale once.
        var scaler = ml.Transforms.Categorical.OneHotHashEncoding("Patient", nameof(Visit.PatientId))
            .Append(ml.Transforms.Concatenate("Features", nameof(Visit.Age), nameof(Visit.Pressure), "Patient"))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Fit(visits);
        var split = ml.Data.TrainTestSplit(scaler.Transform(visits), testFraction: 0.25);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
    }
}
