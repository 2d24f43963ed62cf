using Microsoft.ML;

/// <summary>A patient's visits land in several folds.</summary>
internal static class Study08
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromEnumerable(Visit.Take(seed: 8));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        foreach (var fold in ml.BinaryClassification.CrossValidate(visits, pipeline, numberOfFolds: 3))
        {
            Console.WriteLine(fold.Metrics.AreaUnderRocCurve); // one a fold
        }
    }
}
