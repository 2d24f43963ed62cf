using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The group of every test row.</summary>
internal sealed class RowGroups(string columnName, string[] names)
{
    /// <summary>Fewer groups (or other units that are drawn) are few: quantiles of their resamples leave out the truth more often than their level says.</summary>
    public const int Few = 30;

    public string ColumnName => columnName;

    public string[] Names => names;

    /// <summary>The groups of some rows.</summary>
    public RowGroups Select(int[] rows) => new(columnName, Array.ConvertAll(rows, row => names[row]));

    /// <summary>The groups of the rows of several folds; a row whose group is missing stays a group of its own.</summary>
    public static RowGroups? Pool(IReadOnlyList<RowGroups?> folds) => folds[0] is not { } first ? null : new(
        first.ColumnName, [.. folds.SelectMany((fold, number) => fold!.Names.Select(name => name[0] == '#' ? $"#{number}/{name}" : name))]);

    /// <summary>What a reader has to know about intervals that draw these groups; null if nothing.</summary>
    public string? Note => Notes.Join(WhyUnnamed(), WhyFew(Count, $"groups of '{columnName}'"));

    /// <summary>What so few units do to intervals; null if they are enough.</summary>
    public static string? WhyFew(int count, string units) => count < Few
        ? Invariant($"{count} {units} are few: below about {Few}, intervals that draw them are too narrow (Cameron, Gelbach and Miller 2008).")
        : null;

    private string? WhyUnnamed() => names.Count(name => name[0] == '#') is > 0 and var unnamed
        ? Invariant($"{unnamed} {(unnamed == 1 ? "row has" : "rows have")} no '{columnName}': each was drawn as a group of its own.")
        : null;

    public int Count { get; } = names.Distinct(StringComparer.Ordinal).Count();
}
