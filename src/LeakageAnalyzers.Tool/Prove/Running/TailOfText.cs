namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>The first and the last of what somebody writes, however much it is.</summary>
/// <param name="length">How many characters of each are kept.</param>
internal sealed class TailOfText(int length)
{
    private readonly Lock _gate = new();
    private readonly System.Text.StringBuilder _first = new();
    private readonly Queue<string> _last = new();
    private int _lastLength;

    /// <summary>Adds a line; null at the end.</summary>
    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_first.Length < length)
            {
                _first.Append(line, 0, Math.Min(line.Length, length)).Append('\n');
                return;
            }

            _last.Enqueue(line[..Math.Min(line.Length, length)]);
            _lastLength += line.Length;
            while (_lastLength > length && _last.TryDequeue(out var dropped))
            {
                _lastLength -= dropped.Length;
            }
        }
    }

    /// <summary>What was kept.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return _first + string.Join('\n', _last);
        }
    }
}
