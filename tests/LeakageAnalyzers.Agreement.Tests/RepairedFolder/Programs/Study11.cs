using Microsoft.ML;

/// <summary>A part is cut again by the hash that cut it off.</summary>
internal static class Study11
{
    private const string Key = nameof(Visit.PatientId);

    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Visit.Take(seed: 11)), testFraction: 0.3, samplingKeyColumnName: Key);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.5, samplingKeyColumnName: Key); // half of the rest
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(inner.TrainSet).Transform(outer.TestSet)).Accuracy);
    }
}
