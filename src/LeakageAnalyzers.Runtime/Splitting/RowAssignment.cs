using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Says which part of a split each row belongs to, wherever and in whatever order the row is read.</summary>
internal abstract class RowAssignment
{
    /// <summary>The columns that decide.</summary>
    public abstract IReadOnlyList<DataViewSchema.Column> Columns { get; }

    /// <summary>Reads the part of the row that <paramref name="cursor"/> stands on.</summary>
    public abstract Func<int> ReaderOf(DataViewRowCursor cursor);
}
