using Microsoft.ML;

/// <summary>Who the patient is, is a feature.</summary>
internal static class Study17
{
    private static readonly string[] _inputs =
    [
        "Age",
        "Patient", // P0 to P59
        "Pressure",
    ];

    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Visit.Take(seed: 17)), testFraction: 0.25, samplingKeyColumnName: "PatientId");
        var pipeline = ml.Transforms.Categorical.OneHotHashEncoding("Patient", "PatientId")
            .Append(ml.Transforms.Concatenate("Features", _inputs))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
    }
}
