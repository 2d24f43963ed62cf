using MathNet.Numerics.Distributions;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// One hash table's key of locality-sensitive hashing for Euclidean distance (Datar, Immorlica, Indyk, Mirrokni, SCG 2004): a point is projected onto random
/// directions, and each projection is cut into steps. Near points mostly fall into the same steps, others do not.
/// </summary>
internal sealed class RandomProjections
{
    /// <summary>How many directions make a key.</summary>
    public const int Directions = 10;

    /// <summary>
    /// How many keys are tried. A pair at the radius shares a step with probability 0.90 (equation 2 of the source, at a step of 8 radii) and a key with
    /// 0.90¹⁰ = 0.35; one of ten keys with 0.99. A pair at ten radii, where unrelated neighbours lie, shares a key with 0.31¹⁰ = 8·10⁻⁶.
    /// </summary>
    public const int Keys = 10;

    private const double StepInRadii = 8;

    private readonly float[][] _directions;
    private readonly double[] _offsets;
    private readonly double _step;

    public RandomProjections(int dimensions, double radius, Random random)
    {
        _step = StepInRadii * radius;
        _directions = [.. Enumerable.Range(0, Directions).Select(_ => Direction(dimensions, random))];
        _offsets = [.. Enumerable.Range(0, Directions).Select(_ => random.NextDouble() * _step)];
    }

    /// <summary>The key of <paramref name="point"/>.</summary>
    public ulong KeyOf(ReadOnlySpan<float> point)
    {
        var key = 0UL;
        for (var i = 0; i < Directions; i++)
        {
            var step = Math.Floor((Dot(point, _directions[i]) + _offsets[i]) / _step);
            key = Hash64.Add(key, (ulong)(long)step);
        }

        return key;
    }

    // Two sums, so that one addition need not wait for the other.
    private static float Dot(ReadOnlySpan<float> a, float[] b)
    {
        var (even, odd) = (0f, 0f);
        var i = 0;
        for (; i + 1 < a.Length; i += 2)
        {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }

        return i < a.Length ? even + odd + (a[i] * b[i]) : even + odd;
    }

    private static float[] Direction(int dimensions, Random random)
    {
        var direction = new double[dimensions];
        Normal.Samples(random, direction, 0, 1);
        return Array.ConvertAll(direction, value => (float)value);
    }
}
