using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK102: both partitions are scaled, and sites encoded, by numbers that a loop gathers by hand, but it walks the train rows alone.</summary>
internal sealed class ScaledByHand : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var measurements = Clinic.Measurements();
        var testRows = measurements.Take(100).ToList();
        var trainRows = measurements.Skip(100).ToList();
        var (sum, most) = (0f, float.MinValue);
        var ill = new Dictionary<string, float>();
        foreach (var row in trainRows)
        {
            sum += row.Age;
            most = Math.Max(most, row.Age);
            ill.TryGetValue(row.Site, out var count);
            ill[row.Site] = count + (row.Label ? 1 : 0);
        }

        List<Measurement> Scaled(IEnumerable<Measurement> rows)
        {
            var scaled = new List<Measurement>();
            foreach (var row in rows)
            {
                scaled.Add(new Measurement { Age = (row.Age - (sum / trainRows.Count)) / most, Pressure = row.Pressure + ill.GetValueOrDefault(row.Site), Label = row.Label });
            }

            return scaled;
        }

        var pipeline = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var model = pipeline.Fit(mlContext.Data.LoadFromEnumerable(Scaled(trainRows)));
        return mlContext.BinaryClassification.Evaluate(model.Transform(mlContext.Data.LoadFromEnumerable(Scaled(testRows)))).AreaUnderRocCurve;
    }
}
