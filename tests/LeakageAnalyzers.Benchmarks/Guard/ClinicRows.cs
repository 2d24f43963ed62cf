using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Benchmarks.Guard;

/// <summary>Generated rows: a label and twenty features, in memory.</summary>
public sealed class ClinicRow
{
    public const int FeatureCount = 20;

    public bool Label { get; set; }

    [VectorType(FeatureCount)]
    public float[] Features { get; set; } = [];

    /// <summary>So many rows, the same at every call.</summary>
    public static IDataView Load(MLContext context, int count)
    {
        var random = new Random(1);
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ =>
        {
            var features = new float[FeatureCount];
            for (var i = 0; i < FeatureCount; i++)
            {
                features[i] = (float)random.NextDouble();
            }

            return new ClinicRow { Label = features[0] + random.NextDouble() > 1, Features = features };
        }).ToList());
    }
}
