using Microsoft.ML;

/// <summary>Days that were put in order are split at random.</summary>
internal static class Study10
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);

        // The oldest first.
        var days = Visit.Take(seed: 10).Select(visit => new Admission { Day = visit.Day, Age = visit.Age, Days = visit.Stay }).OrderBy(admission => admission.Day).ToList();
        var parts = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(days), testFraction: 0.25);
        var model = ml.Transforms.Concatenate("Features", nameof(Admission.Age)).Append(ml.Regression.Trainers.LbfgsPoissonRegression(nameof(Admission.Days))).Fit(parts.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(parts.TestSet), nameof(Admission.Days)).RootMeanSquaredError);
    }

    private sealed class Admission
    {
        public DateTime Day { get; set; }
        public float Age { get; set; }
        public float Days { get; set; }
    }
}
