namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>Reads files that may be anything.</summary>
internal static class SourceReader
{
    private const long LargestFile = 20_000_000;

    private const int LookedAt = 8000;

    /// <summary>The bytes of <paramref name="path"/>; null, and a problem, where they cannot be had or cannot be source.</summary>
    public static byte[]? TryReadBytes(string path, ProblemList problems)
    {
        try
        {
            if (new FileInfo(path).Length is var length and > LargestFile)
            {
                problems.Add(new Problem(path, $"too large for source: {length / 1_000_000} MB, at most {LargestFile / 1_000_000} MB are read", IsFatal: true));
                return null;
            }

            var content = File.ReadAllBytes(path);
            if (content.AsSpan(0, Math.Min(content.Length, LookedAt)).Contains((byte)0) && !IsUtf16(content))
            {
                problems.Add(new Problem(path, "not text: a binary file", IsFatal: true));
                return null;
            }

            return content;
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(new Problem(path, "no permission to read it", IsFatal: true));
        }
        catch (IOException unreadable)
        {
            problems.Add(new Problem(path, $"cannot be read: {unreadable.Message}", IsFatal: true));
        }

        return null;
    }

    /// <summary>The source in <paramref name="path"/>; null, and a problem, where there is none.</summary>
    public static SourceFile? TryRead(string path, ProblemList problems)
    {
        if (TryReadBytes(path, problems) is not { } content)
        {
            return null;
        }

        using var text = new StreamReader(new MemoryStream(content));
        return new SourceFile(path, text.ReadToEnd());
    }

    private static bool IsUtf16(byte[] content) => content is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
}
