using Microsoft.ML;

/// <summary>Which columns predict the label is found out before cross-validation.</summary>
internal static class Study02
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(Reading.Take(seed: 2));

        // Keep what says something about the label.
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 1));
        var selected = selection.Fit(rows).Transform(rows);

        var folds = ml.BinaryClassification.CrossValidate(selected, ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 3);
        Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));
    }
}
