using System.Text;
using LeakageAnalyzers.Tool.Output;

namespace LeakageAnalyzers.Tool.Repairs;

/// <summary>Writes a repaired file in the encoding that it has.</summary>
internal static class RepairedFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes <paramref name="repair"/>.</summary>
    /// <returns>Why that is not possible, or null.</returns>
    public static string? TryWrite(FileRepair repair)
    {
        try
        {
            var stored = File.ReadAllBytes(repair.File);
            var encoding = EncodingOf(stored);
            var preamble = encoding.GetPreamble();
            var text = encoding.GetString(stored, preamble.Length, stored.Length - preamble.Length);

            // The text of a notebook keeps its mark; that of a source file was read without.
            if (text != repair.Before.TrimStart('\uFEFF'))
            {
                return "it has changed since it was read; left as it is";
            }

            AtomicFile.Write(repair.File, [.. preamble, .. encoding.GetBytes(repair.After.TrimStart('\uFEFF'))]);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return "its encoding is not UTF-8 or UTF-16; left as it is";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written: {failure.Message}";
        }
    }

    private static Encoding EncodingOf(byte[] stored) => stored switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Strict,
    };
}
