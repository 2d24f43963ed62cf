using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Sources;

namespace LeakageAnalyzers.Runtime.Audit.Sql;

/// <summary>
/// Writes the statements of the audit. They use what every database has: sub-queries, UNION ALL, GROUP BY (for which missing values are equal, unlike for joins) and CASE.
/// </summary>
internal sealed class SqlText(SqlSplit split, IReadOnlyDictionary<string, SqlColumn> columns)
{
    /// <summary>How many rows each side has.</summary>
    public string Rows() => $"SELECT (SELECT COUNT(*) FROM ({split.Train}) AS train_rows), (SELECT COUNT(*) FROM ({split.Test}) AS test_rows)";

    /// <summary>No row, but the columns of a side.</summary>
    public static string Schema(string side) => $"SELECT * FROM ({side}) AS audited WHERE 1 = 0";

    /// <summary>Groups of train and of test, shared groups, test rows of these, rows without a group.</summary>
    public string Groups(string column) => $"""
        SELECT {CountWhere("name IS NOT NULL AND trained > 0")},
          {CountWhere("name IS NOT NULL AND tested > 0")},
          {CountWhere("name IS NOT NULL AND trained > 0 AND tested > 0")},
          {SumWhere("name IS NOT NULL AND trained > 0", "tested")},
          {SumWhere("name IS NULL", "trained")},
          {SumWhere("name IS NULL", "tested")}
        FROM ({CountBothSides([column], ["name"])}) AS counted
        """;

    /// <summary>The names of some shared groups, in the order of their texts.</summary>
    public string SharedGroups(string column, int most)
    {
        var order = columns[column].Kind == ColumnKind.Text ? "name" : $"CAST(name AS {split.Dialect.TextType})";
        return $"""
            SELECT name FROM ({CountBothSides([column], ["name"])}) AS counted
            WHERE name IS NOT NULL AND trained > 0 AND tested > 0 ORDER BY {order} {Limit(most)}
            """;
    }

    /// <summary>Test rows with the values of a train row, and different train rows.</summary>
    public string Content(IReadOnlyList<string> names) => $"""
        SELECT {SumWhere("trained > 0", "tested")},
          {CountWhere("trained > 0")}
        FROM ({CountBothSides(names, [.. names.Select((_, i) => $"value{i}")])}) AS counted
        """;

    /// <summary>Test rows that are not later than the latest train row, and rows without a time.</summary>
    public string Times(string column)
    {
        var time = Present(column);
        return $"""
            SELECT (SELECT COUNT(*) FROM ({split.Test}) AS test_rows WHERE {time} <= (SELECT MAX({time}) FROM ({split.Train}) AS train_rows)),
              (SELECT COUNT(*) FROM ({split.Train}) AS train_rows WHERE {time} IS NULL),
              (SELECT COUNT(*) FROM ({split.Test}) AS test_rows WHERE {time} IS NULL)
            """;
    }

    /// <summary>The values of a column, each with its rows of one side; of rows of one group only one counts.</summary>
    public string Values(string side, string column, string? group)
    {
        var count = group is null ? "COUNT(*)" : $"COUNT(DISTINCT {Present(group)}) + SUM(CASE WHEN {Present(group)} IS NULL THEN 1 ELSE 0 END)";
        return $"SELECT {Present(column)}, {count} FROM ({side}) AS audited WHERE {Present(column)} IS NOT NULL GROUP BY {Present(column)}";
    }

    /// <summary>All rows of a side, or so many drawn at random.</summary>
    public string Sample(string side, IEnumerable<string> names, int? most) =>
        $"SELECT {string.Join(", ", names.Select(Quoted))} FROM ({side}) AS audited" + (most is { } limit ? $" ORDER BY {split.Dialect.RandomOrder} {Limit(limit)}" : "");

    private static string CountWhere(string condition) => SumWhere(condition, "1");

    private static string SumWhere(string condition, string what) => $"COALESCE(SUM(CASE WHEN {condition} THEN {what} ELSE 0 END), 0)";

    // Each combination of values with the number of its train and test rows.
    private string CountBothSides(IReadOnlyList<string> names, IReadOnlyList<string> aliases)
    {
        var values = string.Join(", ", names.Select((name, i) => $"{Present(name)} AS {aliases[i]}"));
        var keys = string.Join(", ", aliases);
        return $"""
            SELECT {keys}, SUM(in_train) AS trained, SUM(in_test) AS tested FROM (
                SELECT {values}, 1 AS in_train, 0 AS in_test FROM ({split.Train}) AS train_rows
                UNION ALL
                SELECT {values}, 0 AS in_train, 1 AS in_test FROM ({split.Test}) AS test_rows
              ) AS both_sides GROUP BY {keys}
            """;
    }

    // Missing is NULL, as in ML.NET an empty text and NaN are.
    private string Present(string name) => columns[name].Missing switch
    {
        MissingValue.EmptyText => $"NULLIF({Quoted(name)}, '')",
        MissingValue.NaN => string.Format(CultureInfo.InvariantCulture, split.Dialect.NullIfNaN, Quoted(name)),
        _ => Quoted(name),
    };

    private string Quoted(string name)
    {
        var quote = split.Dialect.Quote.ToString();
        return quote + name.Replace(quote, quote + quote) + quote;
    }

    private string Limit(int rows) => string.Format(CultureInfo.InvariantCulture, split.Dialect.Limit, rows);
}
