using System.Buffers.Binary;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>The values of one row as bytes, one value after the other, each of a length that can be told.</summary>
internal sealed class RowBytes
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Next(sizeof(long)), value);
        _length += sizeof(long);
    }

    // A double holds every float; all NaNs are the same missing value, and minus zero is zero.
    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value + 0.0));

    public void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        value.CopyTo(Next(value.Length));
        _length += value.Length;
    }

    private Span<byte> Next(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        return _bytes.AsSpan(_length);
    }
}
