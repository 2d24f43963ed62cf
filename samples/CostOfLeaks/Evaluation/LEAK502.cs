using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>A number alone, or with how far it can be trusted.</summary>
internal sealed class LEAK502 : IBareScore
{
    public string Rows => "250 people admitted to a clinic, some 75 of them tested";

    public string Score => "AUC";

    public string Beside => "the width of its 95 % interval";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 250, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 250, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);

        var auc = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).AreaUnderRocCurve;
        return auc.Interval!.Width;
    }
}
