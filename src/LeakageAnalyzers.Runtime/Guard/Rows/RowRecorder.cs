namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>
/// The rows that one operation reads from one view, over all its passes and all its threads. Every cursor collects for itself and is merged when it ends;
/// after one whole pass there is nothing left to see, so later passes cost nothing.
/// </summary>
internal sealed class RowRecorder : IReadRows
{
    private readonly object _gate = new();
    private readonly RowCollector _closed = new();
    private readonly List<RowCollector> _open = [];
    private bool _isComplete;
    private bool _wasOpened;

    /// <summary>Whether the operation looked for rows and found none.</summary>
    public bool FoundNothing
    {
        get
        {
            lock (_gate)
            {
                return _wasOpened && _closed.IsEmpty && _open.TrueForAll(rows => rows.IsEmpty);
            }
        }
    }

    /// <inheritdoc/>
    public RowCollector Rows()
    {
        lock (_gate)
        {
            var rows = new RowCollector();
            rows.UnionWith(_closed);
            _open.ForEach(rows.UnionWith);
            return rows;
        }
    }

    /// <summary>Begins a pass of several cursors that together yield every row once; null where it needs no recording.</summary>
    public Pass? BeginPass(int cursors)
    {
        if (QuietReading.IsActive)
        {
            return null;
        }

        lock (_gate)
        {
            _wasOpened = true;
            return _isComplete ? null : new Pass(this, cursors);
        }
    }

    /// <summary>One pass over the view.</summary>
    internal sealed class Pass(RowRecorder recorder, int cursors)
    {
        private int _unfinished = cursors;

        public RowCollector BeginCursor()
        {
            var rows = new RowCollector();
            lock (recorder._gate)
            {
                recorder._open.Add(rows);
            }

            return rows;
        }

        /// <summary>A cursor has yielded its last row.</summary>
        public void EndCursor(RowCollector rows)
        {
            lock (recorder._gate)
            {
                if (Merge(rows))
                {
                    _unfinished--;
                    recorder._isComplete |= _unfinished == 0;
                }
            }
        }

        /// <summary>A cursor was closed, at its end or before.</summary>
        public void CloseCursor(RowCollector rows)
        {
            lock (recorder._gate)
            {
                Merge(rows);
            }
        }

        private bool Merge(RowCollector rows)
        {
            if (!recorder._open.Remove(rows))
            {
                return false;
            }

            recorder._closed.UnionWith(rows);
            return true;
        }
    }
}
