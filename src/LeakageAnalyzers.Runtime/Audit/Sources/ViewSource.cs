using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Guard.Views;
using LeakageAnalyzers.Runtime.Splitting;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Train and test rows as ML.NET views, read in passes.</summary>
internal sealed class ViewSource : IAuditSource
{
    private readonly IDataView _train;
    private readonly IDataView _test;
    private readonly AuditOptions _options;
    private SideCounts? _rows;

    public ViewSource(IDataView train, IDataView test, AuditOptions options, CancellationToken cancellation)
    {
        (_train, _test) = (new CancellableView(train, cancellation), new CancellableView(test, cancellation));
        _options = options;
        Columns = ViewColumns.Read(train.Schema, test.Schema);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AuditColumn> Columns { get; }

    /// <inheritdoc/>
    public (bool Train, bool Test) HaveRows() => (RowReader.HasRows(_train), RowReader.HasRows(_test));

    /// <inheritdoc/>
    public SplitOverlap Overlap(string? group, IReadOnlyList<string> columns)
    {
        using var contents = new ContentComparison(_options.MostMemory);
        var train = SideScan.Read(_train, group, columns, contents.AddTrain);
        var test = SideScan.Read(_test, group, columns, contents.AddTest);
        var rows = new SideCounts(train.Rows, test.Rows);
        _rows ??= rows;
        return new SplitOverlap(rows, group is null ? null : Compare(train, test), columns.Count == 0 ? null : contents.Compare());
    }

    /// <inheritdoc/>
    public TimeOverlap Times(string column)
    {
        var (latest, undatedTrain) = (long.MinValue, 0L);
        ForEachTime(_train, column, time => latest = Math.Max(latest, time), () => undatedTrain++);
        var (early, undatedTest) = (0L, 0L);
        ForEachTime(_test, column, time => early += time <= latest && undatedTrain < Rows().Train ? 1 : 0, () => undatedTest++);
        return new TimeOverlap(early, new SideCounts(undatedTrain, undatedTest));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, SideCounts> Values(string column, string? group)
    {
        var train = group is null ? CountValues(_train, column).Rows : CountGroups(_train, column, group);
        var test = group is null ? CountValues(_test, column).Rows : CountGroups(_test, column, group);
        return train.Keys.Union(test.Keys).ToDictionary(
            value => value,
            value => new SideCounts(train.TryGetValue(value, out var trained) ? trained : 0, test.TryGetValue(value, out var tested) ? tested : 0),
            StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public (IDataView Train, IDataView Test) Sample(int mostRows) =>
        (RowSample.Of(_train, Rows().Train, mostRows, _options.Seed), RowSample.Of(_test, Rows().Test, mostRows, _options.Seed));

    private static GroupOverlap Compare(SideScan train, SideScan test)
    {
        var shared = test.Groups.Where(group => train.Groups.ContainsKey(group.Key)).ToList();
        return new GroupOverlap(
            new SideCounts(train.Groups.Count, test.Groups.Count),
            shared.Count,
            shared.Sum(group => group.Value),
            new SideCounts(train.Ungrouped, test.Ungrouped),
            [.. shared.Select(group => group.Key).OrderBy(name => name, StringComparer.Ordinal).Take(GroupOverlap.MostExamples)]);
    }

    // Mostly known by then.
    private SideCounts Rows() => _rows ??= new SideCounts(Count(_train), Count(_test));

    private static long Count(IDataView view)
    {
        if (view.GetRowCount() is { } known)
        {
            return known;
        }

        var rows = 0L;
        using var cursor = view.GetRowCursor([]);
        while (cursor.MoveNext())
        {
            rows++;
        }

        return rows;
    }

    private static (Dictionary<string, long> Rows, long Missing) CountValues(IDataView view, string name)
    {
        var (rows, missing) = (new Dictionary<string, long>(StringComparer.Ordinal), 0L);
        var column = view.Schema[name];
        using var cursor = view.GetRowCursor([column]);
        var read = GroupValues.ReaderOf(cursor, column)!;
        while (cursor.MoveNext())
        {
            if (read() is { } value)
            {
                rows[value] = rows.TryGetValue(value, out var count) ? count + 1 : 1;
            }
            else
            {
                missing++;
            }
        }

        return (rows, missing);
    }

    // A group counts once for each of its values; a row without a group counts by itself.
    private static Dictionary<string, long> CountGroups(IDataView view, string name, string groupName)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        var seen = new HashSet<(string, string)>();
        var (column, group) = (view.Schema[name], view.Schema[groupName]);
        using var cursor = view.GetRowCursor([column, group]);
        var (read, readGroup) = (GroupValues.ReaderOf(cursor, column)!, GroupValues.ReaderOf(cursor, group)!);
        while (cursor.MoveNext())
        {
            if (read() is { } value && (readGroup() is not { } member || seen.Add((value, member))))
            {
                rows[value] = rows.TryGetValue(value, out var count) ? count + 1 : 1;
            }
        }

        return rows;
    }

    private static void ForEachTime(IDataView view, string name, Action<long> dated, Action undated)
    {
        var column = TimeColumn.Find(view, name, nameof(AuditOptions.TimeColumn));
        using var cursor = view.GetRowCursor([column]);
        var read = TimeColumn.ReaderOf(cursor, column);
        while (cursor.MoveNext())
        {
            if (read() is { } time)
            {
                dated(time);
            }
            else
            {
                undated();
            }
        }
    }
}
