using Microsoft.ML;

namespace CostOfLeaks.Preprocessing;

/// <summary>Principal components of all rows, or of the train rows of each fold.</summary>
internal sealed class LEAK102 : IStudy
{
    public string Rows => "60 people, 100 features of which 5 differ between the classes";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.FewPeople(people: 60, seed));
        var components = mlContext.Transforms.NormalizeMeanVariance("Features").Append(mlContext.Transforms.ProjectToPrincipalComponents("Features", rank: 10));
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var projected = components.Fit(data).Transform(data);
        var folds = mlContext.BinaryClassification.CrossValidate(projected, trainer, numberOfFolds: 3);
        return folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.FewPeople(people: 60, seed));
        var components = mlContext.Transforms.NormalizeMeanVariance("Features").Append(mlContext.Transforms.ProjectToPrincipalComponents("Features", rank: 10));
        var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var folds = mlContext.BinaryClassification.CrossValidate(data, components.Append(trainer), numberOfFolds: 3);
        return folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
    }
}
