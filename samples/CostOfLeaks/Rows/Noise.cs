using Microsoft.ML.Data;

namespace CostOfLeaks;

/// <summary>Rows from which nothing can be learned: an honest AUC or accuracy is about 0.5.</summary>
internal static class Noise
{
    public const int Few = 10;

    public const int Many = 2000;

    public static List<NarrowRow> Narrow(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new NarrowRow { Features = random.Normals(Few), Label = person % 2 == 0 }).ToArray().Shuffled(random)];
    }

    public static List<WideRow> Wide(int people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(person => new WideRow { Features = random.Normals(Many), Label = person % 2 == 0 }).ToArray().Shuffled(random)];
    }
}

/// <summary>A person with few features.</summary>
internal sealed class NarrowRow
{
    [VectorType(Noise.Few)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}

/// <summary>A person with many features.</summary>
internal sealed class WideRow
{
    [VectorType(Noise.Many)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }
}
