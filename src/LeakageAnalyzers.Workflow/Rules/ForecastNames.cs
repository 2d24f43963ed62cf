namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Names of values that a row has from rows before it or from its future: what forecasts are made of.</summary>
public static class ForecastNames
{
    private static readonly HashSet<string> Lags = Words("lag lags lagged rolling trailing yesterday");
    private static readonly HashSet<string> Befores = Words("previous prev last");
    private static readonly HashSet<string> Averages = Words("average avg mean sum std");
    private static readonly HashSet<string> Futures = Words("next future tomorrow upcoming forecast forecasted");
    private static readonly HashSet<string> FuturesAtTheEnd = Words("next ahead tomorrow");
    private static readonly HashSet<string> Periods = Words("hour day week month quarter year hourly daily weekly monthly");

    /// <summary>Whether <paramref name="name"/> is that of an earlier value: <c>SalesLag7</c>, <c>rolling_mean</c>, <c>PrevDay</c>, <c>DaysSinceLastVisit</c>; a <c>PreviousEmployer</c> is none.</summary>
    public static bool IsPast(string name)
    {
        var words = ColumnNameWords.Of(name);
        return words.Any(Lags.Contains)
            || words.Zip(words.Skip(1), (word, next) => (word == "moving" && Averages.Contains(next)) || (Befores.Contains(word) && Periods.Contains(next)) || (word == "since" && Befores.Contains(next))).Any(found => found);
    }

    /// <summary>Whether <paramref name="name"/> is that of a later value: <c>NextDayPrice</c>, <c>DemandTomorrow</c>.</summary>
    public static bool IsFuture(string name)
    {
        var words = ColumnNameWords.Of(name);
        return words.Count > 0 && (Futures.Contains(words[0]) || FuturesAtTheEnd.Contains(words[words.Count - 1]));
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
