using Microsoft.Data.Sqlite;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>One SQLite file that several processes write in turn.</summary>
/// <remarks>
/// Each piece of work has a connection of its own, so that a file which was replaced meanwhile is seen as it is now, and holds the write lock from its first read on.
/// The rollback journal is kept (no write-ahead log), so that between transactions the one file is all there is.
/// </remarks>
internal sealed class Database(string path)
{
    private const int SecondsToWaitForOthers = 120;

    // SQLite's codes for: no permission, busy, locked, read-only, error of the disk, disk full, cannot open.
    private static readonly int[] CannotBeWritten = [3, 5, 6, 8, 10, 13, 14];

    /// <summary>Whether the file or its folder is at fault, and not what is in it.</summary>
    public static bool IsAboutTheFile(SqliteException error) => CannotBeWritten.Contains(error.SqliteErrorCode);

    public T InTransaction<T>(bool mayCreate, Func<SqliteConnection, T> work)
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = SecondsToWaitForOthers,
        };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();

        // EXTRA also waits until the removal of the journal, which commits, is on the disk.
        Execute(connection, "PRAGMA synchronous = EXTRA");
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection);
        transaction.Commit();
        return result;
    }

    public static void Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    public static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
