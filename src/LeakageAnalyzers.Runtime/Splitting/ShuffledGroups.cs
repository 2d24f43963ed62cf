using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// Draws the tested groups: in the order of their hash under the seed, so that the draw does not depend on the order of the rows, until the share of tested
/// rows is as near to the wanted one as whole groups permit.
/// </summary>
internal static class ShuffledGroups
{
    /// <summary>A draw of part 0 (tested) and part 1 (trained on).</summary>
    /// <exception cref="InvalidOperationException">There are no rows, there is one group only, or the draw leaves a side empty.</exception>
    public static GroupAssignment Draw(IDataView data, DataViewSchema.Column column, double testFraction, long seed)
    {
        var ungrouped = RowDraw.Of([testFraction, 1 - testFraction], seed);
        var tally = GroupTally.Read(data, column, label: null, ungrouped);
        Parts.Require(tally, column.Name, ungrouped.Parts);
        var rowsOf = tally.Groups.ToDictionary(group => group.Key, group => group.Value.Sum(), StringComparer.Ordinal);
        var wanted = testFraction * rowsOf.Values.Sum();
        var parts = rowsOf.Keys.ToDictionary(group => group, _ => Parts.Train, StringComparer.Ordinal);
        var (groups, rows) = (0, 0L);
        foreach (var group in rowsOf.OrderBy(group => RowDraw.Rank(group.Key, seed)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            // Both sides get a group; beyond that a group is taken while it brings the share nearer to the wanted one.
            var isLast = groups == rowsOf.Count - 1;
            if (isLast || (groups > 0 && Math.Abs(rows + group.Value - wanted) >= Math.Abs(rows - wanted)))
            {
                break;
            }

            parts[group.Key] = Parts.Test;
            groups++;
            rows += group.Value;
        }

        return new GroupAssignment(column, parts, ungrouped);
    }
}
