using LeakageAnalyzers.Runtime.Guard.Views;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Scored rows of any task, from which a function computes a number.</summary>
internal sealed class EvaluatedRows : ScoredRows
{
    private readonly IDataView data;

    private EvaluatedRows(IDataView data, int count, RowGroups? groups)
        : base(count, groups) => this.data = data;

    public static EvaluatedRows Read(IDataView data, string? groupColumnName)
    {
        var reader = new PredictionReader(data);
        var groups = reader.Groups(groupColumnName);
        var count = 0;
        if (groupColumnName is null)
        {
            using var cursor = data.GetRowCursor([]);
            while (cursor.MoveNext())
            {
                count++;
            }
        }
        else
        {
            reader.Read();
            count = groups()!.Names.Length;
        }

        return new EvaluatedRows(data, count, groups());
    }

    /// <summary>The number of the rows themselves at the first call, and of resamples from then on, NaN for those of which there is none.</summary>
    public WeightedStatistic Bind(Func<IDataView, double> evaluate)
    {
        // Refuses fewer than two rows or groups before anything is computed, and lets what the rows themselves are refused for reach the caller.
        _ = Resampling;
        var ofAll = evaluate(data);
        var everyRowOnce = EveryRowOnce();
        return weights =>
        {
            if (weights.SequenceEqual(everyRowOnce))
            {
                return ofAll;
            }

            try
            {
                return evaluate(new DrawnView(data, weights.ToArray()));
            }
            catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
            {
                return double.NaN;
            }
        };
    }

    protected override bool HasSameTruth(int row, ScoredRows other) => true;

    /// <summary>Each row as often as it was drawn.</summary>
    private sealed class DrawnView(IDataView inner, int[] weights) : IDataView
    {
        public bool CanShuffle => false;

        public DataViewSchema Schema => inner.Schema;

        public long? GetRowCount() => weights.Sum();

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
            new Cursor(inner.GetRowCursor(columnsNeeded), weights);

        public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

        private sealed class Cursor(DataViewRowCursor inner, int[] weights) : ForwardingCursor(inner)
        {
            private long position = -1;
            private int left;

            public override long Position => position;

            public override bool MoveNext()
            {
                while (left == 0)
                {
                    if (!Inner.MoveNext())
                    {
                        position = -1;
                        return false;
                    }

                    left = weights[(int)Inner.Position];
                }

                left--;
                position++;
                return true;
            }
        }
    }
}
