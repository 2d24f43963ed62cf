using System.IO.Hashing;
using System.Text;
using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// Which groups are tested. Groups are taken in the order of their hash under the seed, so that the draw does not depend on the order of the rows, until the share
/// of tested rows is as near to the wanted one as whole groups permit. A row without a group is a group of its own.
/// </summary>
internal sealed class GroupAssignment
{
    private readonly HashSet<string> _tested;
    private readonly double _testFraction;
    private readonly long _seed;

    private GroupAssignment(HashSet<string> tested, double testFraction, long seed)
    {
        _tested = tested;
        _testFraction = testFraction;
        _seed = seed;
    }

    /// <summary>Draws the tested groups, in one pass over the group column and with memory for the groups alone.</summary>
    /// <exception cref="InvalidOperationException">There are no rows, there is one group only, or the draw leaves a side empty.</exception>
    public static GroupAssignment Draw(IDataView data, DataViewSchema.Column column, double testFraction, long seed)
    {
        var rowsOf = new Dictionary<string, long>(StringComparer.Ordinal);
        var (ungrouped, ungroupedTested) = Count(data, column, rowsOf, testFraction, seed);
        if (rowsOf.Count + ungrouped < 2)
        {
            throw new InvalidOperationException(rowsOf.Count + ungrouped == 0
                ? "There are no rows to split."
                : $"All rows belong to one group of '{column.Name}', so one side of the split would be empty.");
        }

        if (rowsOf.Count < 2 && (ungroupedTested == 0 || (rowsOf.Count == 0 && ungroupedTested == ungrouped)))
        {
            throw new InvalidOperationException($"This draw of {ungrouped} rows without a value in '{column.Name}' leaves one side of the split empty; use another seed or fraction.");
        }

        var wanted = testFraction * rowsOf.Values.Sum();
        var tested = new HashSet<string>(StringComparer.Ordinal);
        var rows = 0L;
        foreach (var group in rowsOf.OrderBy(group => Hash(group.Key, seed)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            // Both sides get a group; beyond that a group is taken while it brings the share nearer to the wanted one.
            var isLast = tested.Count == rowsOf.Count - 1;
            if (tested.Count > 0 && (isLast || Math.Abs(rows + group.Value - wanted) >= Math.Abs(rows - wanted)))
            {
                break;
            }

            if (rowsOf.Count > 1)
            {
                tested.Add(group.Key);
                rows += group.Value;
            }
        }

        return new GroupAssignment(tested, testFraction, seed);
    }

    /// <summary>Whether a row of <paramref name="group"/> is tested; null is a row without a group, drawn by its <paramref name="id"/>.</summary>
    public bool IsTested(string? group, DataViewRowId id) => group is not null
        ? _tested.Contains(group)
        : IsTested(id, _testFraction, _seed);

    // The upper half bears a guard's tag, which differs from run to run.
    private static bool IsTested(DataViewRowId id, double testFraction, long seed) =>
        Hash($"{id.Low:x32}", seed) < testFraction * ulong.MaxValue;

    /// <summary>Counts the rows of each group, and the rows without one: all of them, and those that are tested.</summary>
    private static (long Ungrouped, long UngroupedTested) Count(
        IDataView data, DataViewSchema.Column column, Dictionary<string, long> rowsOf, double testFraction, long seed)
    {
        var (ungrouped, ungroupedTested) = (0L, 0L);
        using var cursor = data.GetRowCursor([column]);
        var read = GroupValues.ReaderOf(cursor, column)!;
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        while (cursor.MoveNext())
        {
            if (read() is { } group)
            {
                rowsOf[group] = rowsOf.TryGetValue(group, out var rows) ? rows + 1 : 1;
            }
            else
            {
                readId(ref id);
                ungrouped++;
                ungroupedTested += IsTested(id, testFraction, seed) ? 1 : 0;
            }
        }

        return (ungrouped, ungroupedTested);
    }

    private static ulong Hash(string text, long seed) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text), seed);
}
