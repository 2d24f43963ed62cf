using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Guard.Estimators;

/// <summary>A row with a column for whatever an estimator learns from.</summary>
public sealed class ClinicRow
{
    public float Age { get; set; }

    [VectorType(3)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }

    /// <summary>Positive, as counts are.</summary>
    public float Target { get; set; }

    [KeyType(3)]
    public uint Class { get; set; }

    [KeyType(12)]
    public uint Group { get; set; }

    public float Score { get; set; }

    public string Site { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>So many rows, the same at every call.</summary>
    public static IDataView Load(MLContext context, int count)
    {
        var random = new Random(5);
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(row =>
        {
            float[] features = [(float)random.NextDouble(), (float)random.NextDouble(), (float)random.NextDouble()];
            return new ClinicRow
            {
                Age = row % 7 == 0 ? float.NaN : 40 + random.Next(40),
                Features = features,
                Label = features[0] > 0.5,
                Target = 1 + features[0] + features[1],
                Class = (uint)(features[1] * 3) + 1,
                Group = (uint)(row / 10) + 1,
                Score = features[0] - 0.4f,
                Site = random.Next(2) == 0 ? "Lyon" : "Oslo",
                Note = $"patient {row} felt {(random.Next(2) == 0 ? "well" : "unwell")} at visit {random.Next(5)}",
            };
        }).ToList());
    }
}
