using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

/// <summary>A patient's visits land on both sides; split in one method, tested in another.</summary>
internal static class Study07
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        Console.WriteLine(Accuracy(ml, Split(ml, ml.Data.LoadFromEnumerable(Visit.Take(seed: 7)))));
    }

    // A third is held out.
    private static TrainTestData Split(MLContext ml, IDataView visits) => ml.Data.TrainTestSplit(visits, testFraction: 1 / 3.0);

    private static double Accuracy(MLContext ml, TrainTestData parts)
    {
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(parts.TrainSet);
        return ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy;
    }
}
