using LeakageAnalyzers.Runtime.Audit.Sources;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// Reads rows as points: every number standardized by mean and standard deviation of the train rows, a missing one at the mean, constant ones left out. One row
/// is in memory at a time, besides the points.
/// </summary>
internal sealed class StandardScale
{
    private readonly IReadOnlyList<string> _columns;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly int[] _varying;

    private StandardScale(IReadOnlyList<string> columns, double[] means, double[] deviations)
    {
        (_columns, _means, _deviations) = (columns, means, deviations);
        _varying = [.. Enumerable.Range(0, means.Length).Where(slot => deviations[slot] > 0)];
    }

    /// <summary>How many numbers a point has: those that vary.</summary>
    public int Dimensions => _varying.Length;

    /// <summary>How many numbers these columns hold.</summary>
    public static int SlotsOf(DataViewSchema schema, IReadOnlyList<string> columns) =>
        columns.Sum(name => NumberGetter.SlotsOf(schema[name].Type, SampledRows.MostSlots));

    /// <summary>The scale of <paramref name="train"/>.</summary>
    public static StandardScale Of(IDataView train, IReadOnlyList<string> columns)
    {
        var slots = SlotsOf(train.Schema, columns);
        var (counts, means, squares) = (new long[slots], new double[slots], new double[slots]);
        ForEach(train, columns, (_, row) =>
        {
            for (var slot = 0; slot < slots; slot++)
            {
                // Welford's recurrence, which does not cancel.
                if (IsNumber(row[slot]))
                {
                    var difference = row[slot] - means[slot];
                    means[slot] += difference / ++counts[slot];
                    squares[slot] += difference * (row[slot] - means[slot]);
                }
            }
        });
        return new StandardScale(columns, means, [.. squares.Zip(counts, (sum, count) => count == 0 ? 0 : Math.Sqrt(sum / count))]);
    }

    /// <summary>The rows of <paramref name="view"/> as points, and what names them.</summary>
    public (Points Points, List<long> Ids) Read(IDataView view)
    {
        var (points, ids) = (new Points(Dimensions), new List<long>());
        ForEach(view, _columns, (id, row) =>
        {
            ids.Add(id);
            var point = points.Add(MissingOf(row));
            for (var i = 0; i < _varying.Length; i++)
            {
                var slot = _varying[i];
                point[i] = IsNumber(row[slot]) ? (float)((row[slot] - _means[slot]) / _deviations[slot]) : 0;
            }
        });
        return (points, ids);
    }

    private ulong MissingOf(double[] row)
    {
        var pattern = 0UL;
        foreach (var slot in _varying)
        {
            pattern = IsNumber(row[slot]) ? pattern : Hash64.Add(pattern, (ulong)slot + 1);
        }

        return pattern;
    }

    private static bool IsNumber(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static void ForEach(IDataView view, IReadOnlyList<string> columns, Action<long, double[]> visit)
    {
        var active = columns.Select(name => view.Schema[name]).ToList();
        using var cursor = view.GetRowCursor(active);
        var readId = RowNumber.ReaderOf(cursor);
        var getters = active.ConvertAll(column => NumberGetter.Of(cursor, column, SampledRows.MostSlots));
        var row = new double[getters.Sum(getter => getter.Slots)];
        while (cursor.MoveNext())
        {
            var start = 0;
            foreach (var getter in getters)
            {
                getter.Read(row, start);
                start += getter.Slots;
            }

            visit(readId(), row);
        }
    }
}
