namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The group of every test row.</summary>
internal sealed class RowGroups(string columnName, string[] names)
{
    public string ColumnName => columnName;

    public string[] Names => names;

    /// <summary>The groups of some rows.</summary>
    public RowGroups Select(int[] rows) => new(columnName, Array.ConvertAll(rows, row => names[row]));

    public int Count { get; } = names.Distinct(StringComparer.Ordinal).Count();
}
