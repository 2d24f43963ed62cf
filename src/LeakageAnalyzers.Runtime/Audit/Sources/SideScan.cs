using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>What one pass over a side counts.</summary>
internal sealed class SideScan
{
    private readonly Dictionary<string, long> _groups = new(StringComparer.Ordinal);

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>How many have no group.</summary>
    public long Ungrouped { get; private set; }

    /// <summary>The rows of each group; empty without a group column.</summary>
    public IReadOnlyDictionary<string, long> Groups => _groups;

    /// <summary>Reads the side, and hands on what its rows hold in <paramref name="columns"/>.</summary>
    public static SideScan Read(IDataView view, string? group, IReadOnlyList<string> columns, Action<ContentHash> addContent)
    {
        var scan = new SideScan();
        var names = group is null ? columns : [.. columns, group];
        using var cursor = view.GetRowCursor(names.Distinct().Select(name => view.Schema[name]));
        var readGroup = group is null ? null : GroupValues.ReaderOf(cursor, view.Schema[group]);
        var writers = columns.Select(name => ColumnContent.WriterOf(cursor, view.Schema[name])).ToList();
        var bytes = new RowBytes();
        while (cursor.MoveNext())
        {
            scan.Rows++;
            if (readGroup is not null)
            {
                scan.Count(readGroup());
            }

            if (writers.Count > 0)
            {
                bytes.Clear();
                writers.ForEach(write => write(bytes));
                addContent(ContentHash.Of(bytes.Written));
            }
        }

        return scan;
    }

    private void Count(string? group)
    {
        if (group is null)
        {
            Ungrouped++;
        }
        else
        {
            _groups[group] = _groups.TryGetValue(group, out var count) ? count + 1 : 1;
        }
    }
}
