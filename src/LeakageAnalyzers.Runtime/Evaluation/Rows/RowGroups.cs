namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The group of every test row.</summary>
internal sealed class RowGroups(string columnName, string[] names)
{
    public string ColumnName => columnName;

    public string[] Names => names;

    /// <summary>The groups of some rows.</summary>
    public RowGroups Select(int[] rows) => new(columnName, Array.ConvertAll(rows, row => names[row]));

    /// <summary>The groups of the rows of several folds; a row whose group is missing stays a group of its own.</summary>
    public static RowGroups? Pool(IReadOnlyList<RowGroups?> folds) => folds[0] is not { } first ? null : new(
        first.ColumnName, [.. folds.SelectMany((fold, number) => fold!.Names.Select(name => name[0] == '#' ? $"#{number}/{name}" : name))]);

    public int Count { get; } = names.Distinct(StringComparer.Ordinal).Count();
}
