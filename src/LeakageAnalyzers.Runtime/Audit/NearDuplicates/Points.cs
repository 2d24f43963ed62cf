namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>Points of single precision, one after the other in one array.</summary>
internal sealed class Points(int dimensions)
{
    private readonly List<ulong> _patterns = [];
    private float[] _values = new float[dimensions * 16];

    /// <summary>How many numbers a point has.</summary>
    public int Dimensions => dimensions;

    /// <summary>How many points there are.</summary>
    public int Count => _patterns.Count;

    /// <summary>The point at <paramref name="position"/>.</summary>
    public ReadOnlySpan<float> this[int position] => _values.AsSpan(position * dimensions, dimensions);

    /// <summary>Which of its numbers are missing, as a hash; points with others missing are never near.</summary>
    public ulong PatternOf(int position) => _patterns[position];

    /// <summary>Room for another point, after the last one.</summary>
    public Span<float> Add(ulong pattern = 0)
    {
        var start = Count * dimensions;
        if (start + dimensions > _values.Length)
        {
            Array.Resize(ref _values, checked(_values.Length * 2));
        }

        _patterns.Add(pattern);
        return _values.AsSpan(start, dimensions);
    }
}
