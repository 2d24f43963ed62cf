using LeakageAnalyzers.Runtime;
using Microsoft.ML.Data;

namespace HonestNumbers;

/// <summary>A person of whom much was measured, none of which tells the label.</summary>
internal sealed class NoiseRow
{
    /// <summary>How many features there are.</summary>
    public const int Features = 2000;

    [VectorType(Features)]
    public float[] Measures { get; set; } = [];

    [Label]
    public bool Label { get; set; }

    /// <summary>Rows of <see cref="Noise"/> as ML.NET reads them.</summary>
    public static IReadOnlyList<NoiseRow> Draw(int rows, int seed)
    {
        var noise = Noise.Draw(new Random(seed), rows, Features);
        return [.. noise.Features.Zip(noise.Labels, (features, label) => new NoiseRow { Measures = Array.ConvertAll(features, value => (float)value), Label = label })];
    }
}

/// <summary>What a model says of a held-out row.</summary>
internal sealed class ScoredNoise
{
    public bool Label { get; set; }

    public float Score { get; set; }

    public float Probability { get; set; }

    public bool PredictedLabel { get; set; }
}
