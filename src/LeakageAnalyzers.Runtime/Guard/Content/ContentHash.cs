using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>128 bits that stand for the values of a row: among n different rows, the chance that any two share them is below n² / 2¹²⁹.</summary>
internal readonly record struct ContentHash(ulong Low, ulong High)
{
    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(bytes, hash);
        return new ContentHash(MemoryMarshal.Read<ulong>(hash), MemoryMarshal.Read<ulong>(hash.Slice(8)));
    }

    /// <summary>Some of the bits: they are a hash already.</summary>
    public override int GetHashCode() => unchecked((int)Low);
}
