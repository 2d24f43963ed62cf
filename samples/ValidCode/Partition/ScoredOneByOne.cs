using Microsoft.ML;
using Microsoft.ML.Data;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK201: rows of the list that the model was trained on are scored one by one and evaluated, but not those that it was trained on.</summary>
internal sealed class ScoredOneByOne : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var measurements = Clinic.Measurements();
        var cut = (int)(measurements.Count * 0.7);
        var trainRows = measurements.GetRange(0, cut);
        var testRows = measurements.GetRange(cut, measurements.Count - cut);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
        var model = pipeline.Fit(mlContext.Data.LoadFromEnumerable(trainRows));
        using var engine = mlContext.Model.CreatePredictionEngine<Measurement, Prediction>(model);
        var scored = new List<Prediction>();
        foreach (var row in testRows)
        {
            var prediction = engine.Predict(row);
            scored.Add(new Prediction { Label = row.Label, Score = prediction.Score, PredictedLabel = prediction.PredictedLabel });
        }

        return mlContext.BinaryClassification.EvaluateNonCalibrated(mlContext.Data.LoadFromEnumerable(scored)).AreaUnderRocCurve;
    }

    private sealed class Prediction
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
