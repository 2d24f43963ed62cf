using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Rows by their time: part <c>i</c> lies at or after <c>i</c> of the <paramref name="cuts"/>, which ascend.</summary>
internal sealed class TimeAssignment(DataViewSchema.Column column, params long[] cuts) : RowAssignment
{
    /// <inheritdoc/>
    public override IReadOnlyList<DataViewSchema.Column> Columns { get; } = [column];

    /// <inheritdoc/>
    public override Func<int> ReaderOf(DataViewRowCursor cursor)
    {
        var read = TimeColumn.ReaderOf(cursor, column);
        return () =>
        {
            var time = read() ?? throw new InvalidOperationException($"A row has no value in '{column.Name}' that had one when the rows were split.");
            var part = 0;
            while (part < cuts.Length && cuts[part] <= time)
            {
                part++;
            }

            return part;
        };
    }
}
