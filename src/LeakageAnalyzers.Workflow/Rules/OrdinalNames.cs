using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Names of numbers that may count what one individual has several of: 1 for the first visit, 2 for the second.</summary>
internal static class OrdinalNames
{
    private static readonly HashSet<string> Repeated = new(["visit", "order", "session", "attempt", "episode", "encounter", "admission", "stay", "eye"], StringComparer.Ordinal);
    private static readonly HashSet<string> Numbers = new(["no", "nr", "num", "number"], StringComparer.Ordinal);

    /// <summary>Whether <paramref name="column"/> is a number of such a name; text of that name identifies.</summary>
    public static bool Include(Column column) => column.Type is ColumnType.Real or ColumnType.WholeNumber
        && ColumnNameWords.Of(column.Name) is [.., var what, var number] && Repeated.Contains(what) && Numbers.Contains(number);
}
