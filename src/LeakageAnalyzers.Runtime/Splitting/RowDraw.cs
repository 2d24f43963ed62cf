using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Draws parts at random, row by row: by the hash of a row's id, so that a row gets the same part at every reading.</summary>
internal sealed class RowDraw
{
    private readonly double[] _upperBounds;
    private readonly long _seed;

    private RowDraw(double[] upperBounds, long seed) => (_upperBounds, _seed) = (upperBounds, seed);

    /// <summary>How many parts there are.</summary>
    public int Parts => _upperBounds.Length;

    /// <summary>A draw that gives each part its share; the shares add up to 1.</summary>
    public static RowDraw Of(IReadOnlyList<double> shares, long seed)
    {
        var bounds = new double[shares.Count];
        var sum = 0.0;
        for (var part = 0; part < bounds.Length; part++)
        {
            bounds[part] = sum += shares[part];
        }

        return new RowDraw(bounds, seed);
    }

    /// <summary>A number from 0 to 1 that depends on the row and the seed alone.</summary>
    public static double Uniform(DataViewRowId id, long seed)
    {
        // The upper half of an id bears a guard's tag, which differs from run to run.
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, id.Low);
        return XxHash64.HashToUInt64(bytes, seed) / (double)ulong.MaxValue;
    }

    /// <summary>Where a group comes in the order of a draw.</summary>
    public static ulong Rank(string group, long seed) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(group), seed);

    /// <summary>The part of the row of that id.</summary>
    public int PartOf(DataViewRowId id)
    {
        var drawn = Uniform(id, _seed);
        var part = 0;
        while (part < _upperBounds.Length - 1 && drawn >= _upperBounds[part])
        {
            part++;
        }

        return part;
    }
}
