using LeakageAnalyzers.Runtime.Audit.Sources;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The features of the train rows, or of a random sample of them, column by column in bounded memory.</summary>
internal sealed class TrainFeatures
{
    // 64 MB of numbers at a time.
    private const int MostValues = 8_000_000;
    private const int MostRows = 20_000;

    private readonly DataViewSchema.Column column;
    private readonly int rows;

    private TrainFeatures(IDataView sample, DataViewSchema.Column column, int rows) => (Sample, this.column, this.rows) = (sample, column, rows);

    /// <summary>The rows.</summary>
    public IDataView Sample { get; }

    private int Slots => ((VectorDataViewType)column.Type).Size;

    /// <summary>At most 20,000 rows, to compare features one by one.</summary>
    public static TrainFeatures ForChoice(IDataView trainRows, DataViewSchema.Column column, int rows, int seed) => Of(trainRows, column, rows, MostRows, seed);

    /// <summary>At most so many rows that all features fit into memory at once.</summary>
    public static TrainFeatures ForFit(IDataView trainRows, DataViewSchema.Column column, int rows, int seed) =>
        Of(trainRows, column, rows, Math.Max(2, MostValues / ((VectorDataViewType)column.Type).Size), seed);

    /// <summary>All features of all rows, one array a feature; missing values are NaN.</summary>
    public double[][] ReadAll() => Read(0, Slots);

    /// <summary>One feature of all rows.</summary>
    public double[] Read(int slot) => Read(slot, 1)[0];

    /// <summary>One feature of all rows, missing values being the mean of the others.</summary>
    public double[] WithMeanForMissing(int slot) => WithMeanForMissing(Read(slot));

    /// <summary>The feature whose values have the greatest strength.</summary>
    /// <param name="strengthOf">How well values, one a row, predict the label; called on several threads. Missing values are given as the mean of the others.</param>
    public int Best(Func<double[], double> strengthOf)
    {
        var strengths = new double[Slots];
        var slotsAtOnce = Math.Max(1, MostValues / rows);
        for (var start = 0; start < Slots; start += slotsAtOnce)
        {
            var block = Read(start, Math.Min(slotsAtOnce, Slots - start));
            Parallel.For(0, block.Length, slot => strengths[start + slot] = strengthOf(WithMeanForMissing(block[slot])));
        }

        return Array.IndexOf(strengths, strengths.Max());
    }

    private static TrainFeatures Of(IDataView trainRows, DataViewSchema.Column column, int rows, int mostRows, int seed) =>
        new(RowSample.Of(trainRows, rows, mostRows, seed), column, Math.Min(rows, mostRows));

    private double[][] Read(int start, int count)
    {
        var slots = Enumerable.Range(0, count).Select(_ => new List<double>(rows)).ToArray();
        using var cursor = Sample.GetRowCursor([column]);
        var get = cursor.GetGetter<VBuffer<float>>(column);
        var vector = default(VBuffer<float>);
        while (cursor.MoveNext())
        {
            get(ref vector);
            for (var slot = 0; slot < count; slot++)
            {
                slots[slot].Add(vector.GetItemOrDefault(start + slot));
            }
        }

        return [.. slots.Select(slot => slot.ToArray())];
    }

    private static double[] WithMeanForMissing(double[] values)
    {
        var mean = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
        return Array.ConvertAll(values, value => double.IsNaN(value) ? mean : value);
    }
}
