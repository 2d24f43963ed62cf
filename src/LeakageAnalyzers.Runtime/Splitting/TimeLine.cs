using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>How many rows there are at each time. Read in one pass, with memory for the distinct times alone.</summary>
internal sealed class TimeLine
{
    private readonly long[] _times;
    private readonly long[] _rowsBefore;

    private TimeLine(Dictionary<long, long> rowsAt)
    {
        _times = [.. rowsAt.Keys.OrderBy(time => time)];
        _rowsBefore = new long[_times.Length];
        for (var i = 0; i < _times.Length; i++)
        {
            _rowsBefore[i] = Rows;
            Rows += rowsAt[_times[i]];
        }
    }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; }

    /// <summary>How many times there are.</summary>
    public int Times => _times.Length;

    /// <summary>Reads the times of <paramref name="data"/>.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, or rows without a time.</exception>
    public static TimeLine Read(IDataView data, DataViewSchema.Column column)
    {
        var (rowsAt, missing) = (new Dictionary<long, long>(), 0L);
        using var cursor = data.GetRowCursor([column]);
        var read = TimeColumn.ReaderOf(cursor, column);
        while (cursor.MoveNext())
        {
            if (read() is { } time)
            {
                rowsAt[time] = rowsAt.TryGetValue(time, out var rows) ? rows + 1 : 1;
            }
            else
            {
                missing++;
            }
        }

        return missing > 0 ? throw new InvalidOperationException(Invariant(
                $"{missing} rows have no value in '{column.Name}': they lie neither before nor after a cut. Fill them in or filter them out."))
            : rowsAt.Count == 0 ? throw new InvalidOperationException("There are no rows to split.")
            : new TimeLine(rowsAt);
    }

    /// <summary>The time of the row with <paramref name="rank"/> rows before it, in the order of time.</summary>
    public long TimeAt(long rank)
    {
        var found = Array.BinarySearch(_rowsBefore, rank);
        return _times[found >= 0 ? found : ~found - 1];
    }

    /// <summary>How many rows lie before <paramref name="time"/>, which is one of the times here.</summary>
    public long RowsBefore(long time) => _rowsBefore[Array.BinarySearch(_times, time)];

    /// <summary>The time, but the first one, before which there are nearly <paramref name="rows"/> rows; of equally near ones the earlier.</summary>
    public long TimeAfter(double rows) => _times.Skip(1).OrderBy(time => Math.Abs(RowsBefore(time) - rows)).First();
}
