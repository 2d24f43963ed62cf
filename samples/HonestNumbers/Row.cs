using Microsoft.ML.Data;

namespace HonestNumbers;

/// <summary>A sealed row.</summary>
internal sealed class Row
{
    [VectorType(20)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}
