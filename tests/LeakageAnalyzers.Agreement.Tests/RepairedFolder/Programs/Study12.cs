using Microsoft.ML;

/// <summary>The label is the sampling key: each class falls whole into one part.</summary>
internal static class Study12
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(Visit.Take(seed: 12).Select(visit => new Admission { Age = visit.Age, Pressure = visit.Pressure, Days = (int)visit.Stay }));
        var parts = ml.Data.TrainTestSplit(
            rows,
            testFraction: 0.3,
            // So that all lengths of stay are in both.
            samplingKeyColumnName: "Days",
            seed: 3);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.Conversion.ConvertType("Label", "Days"))
            .Append(ml.Regression.Trainers.LbfgsPoissonRegression());
        Console.WriteLine(ml.Regression.Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet)).RSquared);
    }

    private sealed class Admission
    {
        public float Age { get; set; }
        public float Pressure { get; set; }
        public int Days { get; set; }
    }
}
