namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>The lines of stored bytes.</summary>
internal sealed class LineNumbers
{
    private readonly List<int> _starts = [0];

    /// <summary>Finds the lines of <paramref name="content"/>.</summary>
    public LineNumbers(ReadOnlySpan<byte> content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The line, from one, that holds the byte at <paramref name="offset"/>.</summary>
    public int At(int offset)
    {
        var index = _starts.BinarySearch(offset);
        return index >= 0 ? index + 1 : ~index;
    }
}
