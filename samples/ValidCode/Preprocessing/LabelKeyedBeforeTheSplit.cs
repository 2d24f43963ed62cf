using Microsoft.ML;
using Microsoft.ML.Transforms;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK103: a key map is fitted on all rows, but it is the label's alone, which names the classes and tells nothing of the rows.</summary>
internal sealed class LabelKeyedBeforeTheSplit : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Measurements());
        var keyed = mlContext.Transforms.Conversion.MapValueToKey("Class", "Label", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(data).Transform(data);
        var split = mlContext.Data.TrainTestSplit(keyed, testFraction: 0.3);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Class"));
        var metrics = mlContext.MulticlassClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), "Class");
        return metrics.MacroAccuracy;
    }
}
