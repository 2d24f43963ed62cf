using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>Probabilities of an area under the curve, or of what comes true.</summary>
internal sealed class LEAK501 : IBareScore
{
    public string Rows => "600 people admitted to a clinic, two measures that say little";

    public string Score => "AUC";

    public string Beside => "the calibration error of the probabilities";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 600, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 600, seed));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose));

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet), options: new IntervalOptions { Resamples = 100 });
        return metrics.ExpectedCalibrationError.Value ?? double.NaN;
    }
}
