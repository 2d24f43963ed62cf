using Microsoft.ML;

/// <summary>The sampling key is a floating-point number: the rooms with the lowest numbers are the test.</summary>
internal static class Study09
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var stays = ml.Data.LoadFromEnumerable(Visit.Take(seed: 9).Select(visit => new Stay(visit.Room, visit.Age, visit.Pressure, visit.Stay)));
        var parts = ml.Data.TrainTestSplit(stays, testFraction: 0.3, samplingKeyColumnName: nameof(Stay.Room));
        var model = ml.Transforms.Concatenate("Features", nameof(Stay.Age), nameof(Stay.Pressure)).Append(ml.Regression.Trainers.LbfgsPoissonRegression(nameof(Stay.Days))).Fit(parts.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(parts.TestSet), nameof(Stay.Days)).RSquared);
    }

    private sealed class Stay(float room, float age, float pressure, float days)
    {
        public Stay()
            : this(0, 0, 0, 0)
        {
        }

        public float Room { get; set; } = room;
        public float Age { get; set; } = age;
        public float Pressure { get; set; } = pressure;
        public float Days { get; set; } = days;
    }
}
