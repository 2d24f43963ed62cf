using Microsoft.Data.Sqlite;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>The entries of a ledger as a table that any SQLite tool shows.</summary>
internal static class EntryTable
{
    /// <summary>Makes the table where there is none. A look is counted once for a model and a question, and answered once.</summary>
    public static void Create(SqliteConnection connection) => Database.Execute(connection, """
        CREATE TABLE IF NOT EXISTS entries (
            number INTEGER PRIMARY KEY, kind TEXT NOT NULL, time TEXT NOT NULL, subject TEXT, name TEXT, metric TEXT, count INTEGER, budget INTEGER, beyond INTEGER,
            value REAL, signature TEXT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS looks ON entries (subject, metric) WHERE kind = 'Look';
        CREATE UNIQUE INDEX IF NOT EXISTS answers ON entries (count) WHERE kind = 'Answer';
        """);

    public static List<LedgerEntry> Read(SqliteConnection connection) =>
        Database.Query(connection, "SELECT number, kind, time, subject, name, metric, count, budget, beyond, value, signature FROM entries ORDER BY number", Read);

    public static void Insert(SqliteConnection connection, LedgerEntry entry) => Database.Execute(
        connection,
        "INSERT INTO entries VALUES ($number, $kind, $time, $subject, $name, $metric, $count, $budget, $beyond, $value, $signature)",
        ("$number", entry.Number),
        ("$kind", entry.Kind.ToString()),
        ("$time", entry.Time),
        ("$subject", entry.Subject),
        ("$name", entry.Name),
        ("$metric", entry.Metric),
        ("$count", entry.Count),
        ("$budget", entry.Budget),
        ("$beyond", entry.Beyond),
        ("$value", entry.Value),
        ("$signature", entry.Signature));

    private static LedgerEntry Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt32(0),
        Kind = Enum.TryParse<EntryKind>(row.GetString(1), out var kind) ? kind : throw new FormatException($"An entry is of kind '{row.GetString(1)}'."),
        Time = row.GetString(2),
        Subject = Text(row, 3),
        Name = Text(row, 4),
        Metric = Text(row, 5),
        Count = row.IsDBNull(6) ? null : row.GetInt64(6),
        Budget = row.IsDBNull(7) ? null : row.GetInt32(7),
        Beyond = row.IsDBNull(8) ? null : row.GetBoolean(8),
        Value = row.IsDBNull(9) ? null : row.GetDouble(9),
        Signature = row.GetString(10),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
