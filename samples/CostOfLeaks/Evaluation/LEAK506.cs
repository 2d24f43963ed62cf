using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace CostOfLeaks.Evaluation;

/// <summary>One random split, or ten.</summary>
internal sealed class LEAK506 : IBareScore
{
    public string Rows => "250 people admitted to a clinic";

    public string Score => "AUC";

    public string Beside => "its standard deviation over 10 other splits";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 250, seed));
        var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose))
            .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        return mlContext.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Clinic(people: 250, seed));
        var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Admission.Pressure), nameof(Admission.Glucose))
            .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());

        var study = SeedStudy.Run(seeds: 1, splits: 10, (_, number) =>
        {
            var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, seed: number);
            return mlContext.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve;
        });
        return study.RunDeviation;
    }
}
