using Microsoft.ML;
using Microsoft.ML.Data;
using ValidCode.Rows;

namespace ValidCode.Features;

/// <summary>Looks like LEAK401: the label is computed from a column of the rows, but that column is no feature.</summary>
internal sealed class LabelFromAnotherColumn : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Clinic.Measurements()), testFraction: 0.3);
        var pipeline = mlContext.Transforms.CustomMapping<Pressure, Hypertension>((row, derived) => derived.IsHigh = row.Value > 140, contractName: null)
            .Append(mlContext.Transforms.Categorical.OneHotHashEncoding("Site", numberOfBits: 4))
            .Append(mlContext.Transforms.Concatenate("Features", "Age", "Site"))
            .Append(mlContext.BinaryClassification.Trainers.FastTree(labelColumnName: nameof(Hypertension.IsHigh), numberOfTrees: 20));
        return mlContext.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet), nameof(Hypertension.IsHigh)).AreaUnderRocCurve;
    }

    private sealed class Pressure
    {
        [ColumnName("Pressure")]
        public float Value { get; set; }
    }

    private sealed class Hypertension
    {
        public bool IsHigh { get; set; }
    }
}
