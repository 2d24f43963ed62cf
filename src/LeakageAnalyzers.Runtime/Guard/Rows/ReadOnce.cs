namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>What one reading of rows gives, kept. A reading that failed or was cancelled is made anew, unlike that of a <see cref="Lazy{T}"/>.</summary>
internal sealed class ReadOnce<T>(Func<T> read)
{
    private readonly object _gate = new();
    private (T Value, bool IsRead) _kept;

    public T Value
    {
        get
        {
            lock (_gate)
            {
                if (!_kept.IsRead)
                {
                    _kept = (read(), true);
                }

                return _kept.Value;
            }
        }
    }
}
