namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Names rows by the source text of an argument, as the analyzer does.</summary>
internal static class CallerExpression
{
    /// <summary>What rows are called whose expression is too long to be a name.</summary>
    public const string Unnamed = "the rows";

    private const int LongestName = 40;

    /// <summary>The name that <paramref name="expression"/> gives.</summary>
    public static string NameOf(string expression) =>
        expression.Length is > 0 and <= LongestName && !expression.Contains('\n') ? expression : Unnamed;

    /// <summary>The name of the first argument of the call <paramref name="expression"/>: of the rows that it cuts.</summary>
    public static string NameOfFirstArgument(string expression)
    {
        var start = expression.IndexOf('(') + 1;
        var end = expression.IndexOfAny([',', ')', '(', ':'], start);
        return start > 0 && end > start && expression[end] is ',' or ')' ? NameOf(expression.Substring(start, end - start).Trim()) : Unnamed;
    }
}
