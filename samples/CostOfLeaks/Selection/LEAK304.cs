using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Selection;

/// <summary>The cross-validation score that chose the model, or the score of the choice on folds that chose nothing.</summary>
internal sealed class LEAK304 : IStudy
{
    public string Rows => "60 people, 10 features of pure noise, a coin toss as label; 8 settings tried";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 60, seed));

        var best = 0.0;
        foreach (var penalty in Settings)
        {
            var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: penalty);
            var folds = mlContext.BinaryClassification.CrossValidate(data, trainer, numberOfFolds: 3);
            var auc = folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
            if (auc > best)
            {
                best = auc;
            }
        }

        return best;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 60, seed));

        var candidates = Settings
            .Select(penalty => mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: penalty))
            .ToList<IEstimator<ITransformer>>();
        var folds = mlContext.BinaryClassification.NestedCrossValidate(
            data, candidates, metrics => metrics.AreaUnderRocCurve, numberOfFolds: 3, numberOfInnerFolds: 3, seed: seed);
        return folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
    }

    private static IEnumerable<float> Settings => [0, 0.5f, 1, 2, 3, 4, 5, 6];
}
