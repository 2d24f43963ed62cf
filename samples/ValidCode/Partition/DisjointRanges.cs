using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK201 and LEAK207: two views are cut from one shuffled collection, but the order was drawn once, and the ranges share no row.</summary>
internal sealed class DisjointRanges : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var random = new Random(1);
        var shuffled = Clinic.Measurements().OrderBy(_ => random.Next()).ToArray();
        var train = mlContext.Data.LoadFromEnumerable(shuffled[..300]);
        var test = mlContext.Data.LoadFromEnumerable(shuffled[300..]);
        var model = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(train);
        return mlContext.BinaryClassification.Evaluate(model.Transform(test)).AreaUnderRocCurve;
    }
}
