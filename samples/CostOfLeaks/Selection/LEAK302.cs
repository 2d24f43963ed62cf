using Microsoft.ML;

namespace CostOfLeaks.Selection;

/// <summary>The best of many models by its test score, or by a validation score.</summary>
internal sealed class LEAK302 : IStudy
{
    public string Rows => "200 people, 10 features of pure noise, a coin toss as label; 12 settings tried";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var best = 0.0;
        foreach (var count in Settings)
        {
            var model = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: count, numberOfTrees: 5).Fit(split.TrainSet);
            var auc = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
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
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var inner = mlContext.Data.TrainTestSplit(split.TrainSet, testFraction: 0.3);
        var (best, bestCount) = (0.0, 0);
        foreach (var count in Settings)
        {
            var model = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: count, numberOfTrees: 5).Fit(inner.TrainSet);
            var auc = mlContext.BinaryClassification.Evaluate(model.Transform(inner.TestSet)).AreaUnderRocCurve;
            if (auc > best)
            {
                (best, bestCount) = (auc, count);
            }
        }

        var chosen = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: bestCount, numberOfTrees: 5).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(chosen.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    private static IEnumerable<int> Settings => Enumerable.Range(1, 12);
}
