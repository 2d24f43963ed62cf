using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK105: the rows of one class are doubled, but after the split, and in the train rows alone.</summary>
internal sealed class OversampledTrainRows : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var measurements = Clinic.Measurements();
        var testCount = measurements.Count / 4;
        var testRows = measurements.Take(testCount).ToList();
        var trainRows = measurements.Skip(testCount).ToList();
        var balanced = trainRows.Concat(trainRows.Where(row => row.Label)).ToList();

        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
        var model = pipeline.Fit(mlContext.Data.LoadFromEnumerable(balanced));
        return mlContext.BinaryClassification.Evaluate(model.Transform(mlContext.Data.LoadFromEnumerable(testRows))).AreaUnderRocCurve;
    }
}
