using Microsoft.ML;

/// <summary>The rows are put in a random order each time they are read.</summary>
internal static class Study13
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var random = new Random(13);
        var shuffled = from reading in Reading.Take(seed: 13) orderby random.Next() select reading; // no order of the wards
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled), testFraction: 0.25);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
    }
}
