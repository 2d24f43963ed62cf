using Microsoft.ML;
using Microsoft.ML.Data;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Single rows drawn into folds by their ids, for rows that are independent.</summary>
internal sealed class RowFolds : RowAssignment
{
    private readonly RowDraw _draw;

    private RowFolds(RowDraw draw) => _draw = draw;

    /// <inheritdoc/>
    public override IReadOnlyList<DataViewSchema.Column> Columns => [];

    /// <summary>One part a fold.</summary>
    /// <exception cref="InvalidOperationException">There are too few rows to fill every fold.</exception>
    public static RowFolds Draw(IDataView data, int folds, long seed)
    {
        var drawn = new RowFolds(RowDraw.Of([.. Enumerable.Repeat(1.0 / folds, folds)], seed));
        var rows = new long[folds];
        using var cursor = data.GetRowCursor([]);
        var read = drawn.ReaderOf(cursor);
        while (cursor.MoveNext())
        {
            rows[read()]++;
        }

        return rows.Min() > 0 ? drawn : throw new InvalidOperationException(Invariant($"{rows.Sum()} rows are too few to fill {folds} folds; use fewer folds or another seed."));
    }

    /// <inheritdoc/>
    public override Func<int> ReaderOf(DataViewRowCursor cursor)
    {
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        return () =>
        {
            readId(ref id);
            return _draw.PartOf(id);
        };
    }
}
