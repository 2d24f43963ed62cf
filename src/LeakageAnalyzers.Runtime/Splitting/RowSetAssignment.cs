using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Single rows by their ids: those of <paramref name="tested"/> are in the part that is tested.</summary>
internal sealed class RowSetAssignment(RowIdSet tested) : RowAssignment
{
    /// <inheritdoc/>
    public override IReadOnlyList<DataViewSchema.Column> Columns => [];

    /// <inheritdoc/>
    public override Func<int> ReaderOf(DataViewRowCursor cursor)
    {
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        return () =>
        {
            readId(ref id);
            return tested.Contains(unchecked((long)id.Low)) ? Parts.Test : Parts.Train;
        };
    }
}
