using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK102 and LEAK104: the preparation is fitted apart from the model and transforms both partitions, but it has learned from the train rows alone.</summary>
internal sealed class FittedOnTrainRows : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Measurements());
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var preparation = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.Transforms.NormalizeMinMax("Features")).Fit(split.TrainSet);
        var (train, test) = (preparation.Transform(split.TrainSet), preparation.Transform(split.TestSet));
        var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(train);
        return mlContext.BinaryClassification.Evaluate(model.Transform(test)).AreaUnderRocCurve;
    }
}
