using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>How many rows of each class each group has. Read in one pass, with memory for the groups alone.</summary>
internal sealed class GroupTally
{
    private readonly Dictionary<string, long[]> _groups = new(StringComparer.Ordinal);
    private readonly long[] _ungrouped;

    private GroupTally(int parts) => _ungrouped = new long[parts];

    /// <summary>The rows of each class, by group.</summary>
    public IReadOnlyDictionary<string, long[]> Groups => _groups;

    /// <summary>How many rows have no group.</summary>
    public long UngroupedRows => _ungrouped.Sum();

    /// <summary>How many parts <see cref="UngroupedRows"/> alone fill.</summary>
    public int PartsOfUngroupedRows => _ungrouped.Count(rows => rows > 0);

    /// <summary>Counts the rows of <paramref name="data"/>; without a <paramref name="label"/> all rows are of one class.</summary>
    /// <exception cref="ArgumentException">The label is not a class.</exception>
    public static GroupTally Read(IDataView data, DataViewSchema.Column group, DataViewSchema.Column? label, RowDraw ungrouped)
    {
        var tally = new GroupTally(ungrouped.Parts);
        using var cursor = data.GetRowCursor(label is { } active ? [group, active] : [group]);
        var readGroup = GroupValues.ReaderOf(cursor, group)!;
        var readClass = label is { } column ? ClassReader.Of(cursor, column) : () => 0;
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        var classes = 1;
        while (cursor.MoveNext())
        {
            var rowClass = readClass();
            classes = Math.Max(classes, rowClass + 1);
            if (readGroup() is { } name)
            {
                tally.Add(name, rowClass);
            }
            else
            {
                readId(ref id);
                tally._ungrouped[ungrouped.PartOf(id)]++;
            }
        }

        foreach (var name in tally._groups.Keys.ToList())
        {
            tally._groups[name] = Resized(tally._groups[name], classes);
        }

        return tally;
    }

    private static long[] Resized(long[] counts, int classes)
    {
        if (counts.Length < classes)
        {
            Array.Resize(ref counts, classes);
        }

        return counts;
    }

    private void Add(string group, int rowClass)
    {
        if (!_groups.TryGetValue(group, out var counts) || counts.Length <= rowClass)
        {
            _groups[group] = counts = Resized(counts ?? [], rowClass + 1);
        }

        counts[rowClass]++;
    }
}
