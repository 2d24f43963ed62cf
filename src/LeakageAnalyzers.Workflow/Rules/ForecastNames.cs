namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Names of values that a row has from rows before it or from its future: what forecasts are made of.</summary>
public static class ForecastNames
{
    private const string Last = "last";

    private static readonly HashSet<string> Lags = Words("lag lags lagged rolling trailing yesterday");
    private static readonly HashSet<string> Previous = Words("previous prev");
    private static readonly HashSet<string> Averages = Words("average avg mean sum std min max total");
    private static readonly HashSet<string> Futures = Words("next future tomorrow upcoming forecast forecasted");
    private static readonly HashSet<string> FuturesAtTheEnd = Words("next ahead tomorrow");
    private static readonly HashSet<string> Periods = Words("hour day week month quarter year hourly daily weekly monthly");

    /// <summary>
    /// Whether <paramref name="name"/> is that of an earlier value in rows of the times <paramref name="time"/>, which have these <paramref name="columns"/>: <c>SalesLag7</c>, <c>rolling_mean</c>
    /// and <c>PrevDay</c> are; <c>SalesLastWeek</c> is one beside <c>Sales</c>, and <c>DaysSinceLastVisit</c> beside a <c>VisitDate</c> or a plain <c>Date</c>; a <c>PreviousEmployer</c> is none.
    /// </summary>
    public static bool IsPast(string name, string time, IEnumerable<string> columns)
    {
        var words = ColumnNameWords.Of(name);
        if (words.Any(Lags.Contains) || Pairs(words).Any(pair => (pair.Word == "moving" && Averages.Contains(pair.Next)) || (Previous.Contains(pair.Word) && Periods.Contains(pair.Next))))
        {
            return true;
        }

        // What was last month, or is some days ago, an applicant may have told: a row of the month before shows only in a column that holds the same.
        var others = columns.Where(column => column != name).Select(ColumnNameWords.Of).ToList();
        var since = Pairs(words).ToList().FindIndex(pair => pair.Word == "since" && (pair.Next == Last || Previous.Contains(pair.Next)));
        return since >= 0
            ? TimeColumnNames.IsPlain(time) || IsOneOf(others, words.Skip(since + 2))
            : Pairs(words).Any(pair => pair.Word == Last && Periods.Contains(pair.Next)) && IsOneOf(others, words.Where(word => word != Last && !Periods.Contains(word) && !Averages.Contains(word)));
    }

    /// <summary>Whether <paramref name="name"/> is that of a later value: <c>NextDayPrice</c>, <c>DemandTomorrow</c>.</summary>
    public static bool IsFuture(string name)
    {
        var words = ColumnNameWords.Of(name);
        return words.Count > 0 && (Futures.Contains(words[0]) || FuturesAtTheEnd.Contains(words[words.Count - 1]));
    }

    private static IEnumerable<(string Word, string Next)> Pairs(IReadOnlyList<string> words) => words.Zip(words.Skip(1), (word, next) => (word, next));

    // Whether there are words, and one column has them all.
    private static bool IsOneOf(List<IReadOnlyList<string>> columns, IEnumerable<string> words) =>
        words.ToList() is { Count: > 0 } all && columns.Exists(column => all.TrueForAll(column.Contains));

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
