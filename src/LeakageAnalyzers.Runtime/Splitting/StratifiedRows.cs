using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// Draws tested rows such that each class has its share of them, like scikit-learn's <c>train_test_split(stratify=…)</c>: one pass counts the classes, one draws
/// by selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2 S). The drawn rows are kept as a bitmap, one bit a row.
/// </summary>
internal static class StratifiedRows
{
    /// <summary>A draw of part 0 (tested) and part 1 (trained on).</summary>
    /// <exception cref="InvalidOperationException">There are no rows, a class has one row only, or a side has fewer rows than there are classes.</exception>
    /// <exception cref="ArgumentException">The label is not a class.</exception>
    public static RowSetAssignment Draw(IDataView data, DataViewSchema.Column label, double testFraction, long seed)
    {
        var left = Count(data, label);
        var wanted = TestRows(left, label.Name, testFraction);
        var tested = new RowIdSet();
        using var cursor = data.GetRowCursor([label]);
        var readClass = ClassReader.Of(cursor, label);
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        while (cursor.MoveNext())
        {
            var c = readClass();
            readId(ref id);
            if (RowDraw.Uniform(id, seed) * left[c]-- < wanted[c])
            {
                wanted[c]--;
                tested.Add(unchecked((long)id.Low));
            }
        }

        return new RowSetAssignment(tested);
    }

    private static long[] Count(IDataView data, DataViewSchema.Column label)
    {
        var rows = new List<long>();
        using var cursor = data.GetRowCursor([label]);
        var readClass = ClassReader.Of(cursor, label);
        while (cursor.MoveNext())
        {
            var c = readClass();
            if (c == rows.Count)
            {
                rows.Add(0);
            }

            rows[c]++;
        }

        return [.. rows];
    }

    // The share of each class, rounded such that the sum is right: the largest remainders are rounded up.
    private static long[] TestRows(long[] rows, string label, double testFraction)
    {
        var total = rows.Sum();
        var testRows = (long)Math.Ceiling(testFraction * total);
        if (total == 0)
        {
            throw new InvalidOperationException("There are no rows to split.");
        }

        if (rows.Min() < 2)
        {
            throw new InvalidOperationException($"A class of '{label}' has one row only: it cannot be on both sides of a stratified split.");
        }

        if (testRows < rows.Length || total - testRows < rows.Length)
        {
            throw new InvalidOperationException(Invariant(
                $"The split would give {testRows} test rows and {total - testRows} train rows, and '{label}' has {rows.Length} classes: a side has fewer rows than classes."));
        }

        var exact = Array.ConvertAll(rows, count => count * (testRows / (double)total));
        var drawn = Array.ConvertAll(exact, share => (long)Math.Floor(share));
        var missing = (int)(testRows - drawn.Sum());
        foreach (var c in Enumerable.Range(0, rows.Length).OrderByDescending(c => exact[c] - drawn[c]).Take(missing))
        {
            drawn[c]++;
        }

        return drawn;
    }
}
