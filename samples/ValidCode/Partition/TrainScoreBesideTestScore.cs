using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK201: the model is evaluated on its train rows, but beside the test rows, which shows how far it overfits.</summary>
internal sealed class TrainScoreBesideTestScore : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements()), testFraction: 0.3);
        var model = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);

        var seen = mlContext.BinaryClassification.Evaluate(model.Transform(split.TrainSet));
        var unseen = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        return Math.Min(seen.AreaUnderRocCurve, unseen.AreaUnderRocCurve);
    }
}
