using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Selection;

/// <summary>Looks like LEAK302: a test score decides what goes on, but it is compared with a constant: nothing is chosen, a bad model is stopped.</summary>
internal sealed class QualityGate : IValidProgram
{
    private const double Required = 0.55;

    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements()), testFraction: 0.3);
        var model = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);
        var score = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
        if (score < Required)
        {
            throw new InvalidOperationException($"The model is not good enough to be deployed: {score:0.000} is below {Required}.");
        }

        return score;
    }
}
