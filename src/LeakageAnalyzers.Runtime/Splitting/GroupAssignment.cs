using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Whole groups by their names. A row without a group is a group of its own, drawn by its id.</summary>
internal sealed class GroupAssignment(
    DataViewSchema.Column column, IReadOnlyDictionary<string, int> partOfGroup, RowDraw ungrouped) : RowAssignment
{
    /// <inheritdoc/>
    public override IReadOnlyList<DataViewSchema.Column> Columns { get; } = [column];

    /// <inheritdoc/>
    public override Func<int> ReaderOf(DataViewRowCursor cursor)
    {
        var readGroup = GroupValues.ReaderOf(cursor, column)!;
        var readId = cursor.GetIdGetter();
        var id = default(DataViewRowId);
        return () =>
        {
            if (readGroup() is { } group)
            {
                return partOfGroup[group];
            }

            readId(ref id);
            return ungrouped.PartOf(id);
        };
    }
}
