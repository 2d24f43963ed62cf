using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Selection;

/// <summary>Looks like LEAK304: cross-validation orders the candidates, but within the train rows; what is reported is the score of the winner on rows that no fold saw.</summary>
internal sealed class ChosenInsideTheFolds : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements(600)), testFraction: 0.3);
        var features = mlContext.Transforms.Concatenate("Features", "Age", "Pressure");
        var trees = new[] { 5, 20 }
            .OrderByDescending(count => mlContext.BinaryClassification
                .CrossValidate(split.TrainSet, features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: count)), numberOfFolds: 3)
                .Average(fold => fold.Metrics.AreaUnderRocCurve))
            .First();
        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
