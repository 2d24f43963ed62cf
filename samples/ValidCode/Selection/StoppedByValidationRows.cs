using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using ValidCode.Rows;

namespace ValidCode.Selection;

/// <summary>Looks like LEAK301: training is stopped by rows that were held out, but by others than those that are tested.</summary>
internal sealed class StoppedByValidationRows : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var outer = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements(600)), testFraction: 0.3);
        var inner = mlContext.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.3, seed: 2);
        var features = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Fit(inner.TrainSet);
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = 50, EarlyStoppingMetric = EarlyStoppingMetric.L1Norm });
        var model = trainer.Fit(features.Transform(inner.TrainSet), features.Transform(inner.TestSet));
        return mlContext.BinaryClassification.Evaluate(model.Transform(features.Transform(outer.TestSet))).AreaUnderRocCurve;
    }
}
