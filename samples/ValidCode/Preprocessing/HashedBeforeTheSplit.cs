using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK102: all rows are fitted and transformed before the split, but hashing and concatenating learn nothing.</summary>
internal sealed class HashedBeforeTheSplit : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Measurements());
        var features = mlContext.Transforms.Categorical.OneHotHashEncoding("Site", numberOfBits: 4).Append(mlContext.Transforms.Concatenate("Features", "Age", "Pressure", "Site"));
        var split = mlContext.Data.TrainTestSplit(features.Fit(data).Transform(data), testFraction: 0.3);
        var model = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
