using Microsoft.ML;

/// <summary>Nothing is held out.</summary>
internal static class Study06
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromEnumerable(Visit.Take(seed: 6));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Regression.Trainers.LbfgsPoissonRegression(labelColumnName: "Stay"));
        // How long do they stay?
        var model = pipeline.Fit(visits);
        var metrics = ml.Regression.Evaluate(model.Transform(visits), labelColumnName: "Stay");
        Console.WriteLine($"{metrics.RSquared} {metrics.MeanAbsoluteError}");
    }
}
