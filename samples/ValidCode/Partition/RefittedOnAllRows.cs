using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK201 and LEAK102: the pipeline is fitted on all rows, but after it was tested, to be deployed.</summary>
internal sealed class RefittedOnAllRows : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Measurements());
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var metrics = mlContext.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        using var file = new MemoryStream();
        mlContext.Model.Save(pipeline.Fit(data), data.Schema, file);
        return metrics.AreaUnderRocCurve;
    }
}
