using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Selection;

/// <summary>Looks like LEAK302: the better of several models is kept by its score, but by that on validation rows; the test rows are scored once, at the end.</summary>
internal sealed class ChosenByValidationRows : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var outer = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements(600)), testFraction: 0.3);
        var inner = mlContext.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.3, seed: 2);
        var features = mlContext.Transforms.Concatenate("Features", "Age", "Pressure");

        ITransformer? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var trees in new[] { 5, 20, 50 })
        {
            var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            var score = mlContext.BinaryClassification.Evaluate(model.Transform(inner.TestSet)).AreaUnderRocCurve;
            if (score > bestScore)
            {
                (best, bestScore) = (model, score);
            }
        }

        return mlContext.BinaryClassification.Evaluate(best!.Transform(outer.TestSet)).AreaUnderRocCurve;
    }
}
