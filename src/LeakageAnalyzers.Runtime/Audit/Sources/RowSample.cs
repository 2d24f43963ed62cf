using LeakageAnalyzers.Runtime.Splitting;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>A random sample of rows: those with the smallest hashes of their ids, the same at every reading.</summary>
internal sealed class RowSample : RowAssignment
{
    private readonly double _threshold;
    private readonly long _seed;

    private RowSample(double threshold, long seed) => (_threshold, _seed) = (threshold, seed);

    /// <inheritdoc/>
    public override IReadOnlyList<DataViewSchema.Column> Columns => [];

    /// <summary>At most so many rows of <paramref name="view"/>, which has <paramref name="rows"/>.</summary>
    public static IDataView Of(IDataView view, long rows, int mostRows, long seed) =>
        rows <= mostRows ? view : new PartitionView(view, new RowSample(Threshold(view, rows, mostRows, seed), seed), part => part == 0);

    /// <inheritdoc/>
    public override Func<int> ReaderOf(DataViewRowCursor cursor)
    {
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        return () =>
        {
            readId(ref id);
            return RowDraw.Uniform(id, _seed) < _threshold ? 0 : 1;
        };
    }

    // Hashes below a bound with room to spare are collected, so that the memory is that of the sample.
    private static double Threshold(IDataView view, long rows, int mostRows, long seed)
    {
        var bound = Math.Min(1, 2.0 * mostRows / rows);
        var hashes = new List<double>();
        using var cursor = view.GetRowCursor([]);
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        while (cursor.MoveNext())
        {
            readId(ref id);
            if (RowDraw.Uniform(id, seed) is var hash && hash < bound)
            {
                hashes.Add(hash);
            }
        }

        hashes.Sort();
        return hashes.Count > mostRows ? hashes[mostRows] : bound;
    }
}
