using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>
/// What a machine remembers of ledgers apart from their files: whose rows they seal, the key they are signed with, where they are, and how far they had come. A ledger
/// that is copied, set back or deleted no longer agrees with it.
/// </summary>
internal sealed class Witness
{
    private const int KeyBytes = 32;

    private readonly Database database;

    /// <summary>Opens the witness in a folder, or in the user's own.</summary>
    public Witness(string? folder)
    {
        Folder = folder ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "LeakageAnalyzers", "Holdouts");
        database = new Database(Path.Combine(Folder, "witness.db"));
        InTransaction(mayCreate: true, connection =>
        {
            Database.Execute(
                connection,
                "CREATE TABLE IF NOT EXISTS ledgers (rows TEXT PRIMARY KEY, key BLOB NOT NULL, path TEXT NOT NULL, entries INTEGER NOT NULL, signature TEXT NOT NULL)");
            return 0;
        });
    }

    public string Folder { get; }

    /// <summary>What is known of the ledger of rows; null if nothing.</summary>
    public WitnessRecord? Find(string rows) => InTransaction(mayCreate: false, connection => Database.Query(
        connection,
        "SELECT key, path, entries, signature FROM ledgers WHERE rows = $rows",
        row => new WitnessRecord((byte[])row[0], row.GetString(1), row.GetInt32(2), row.GetString(3)),
        ("$rows", rows)).SingleOrDefault());

    /// <summary>Makes a key for the ledger of rows, unless there is one, and says what is known.</summary>
    public WitnessRecord Register(string rows, string path)
    {
        var key = new byte[KeyBytes];
        using (var random = RandomNumberGenerator.Create())
        {
            random.GetBytes(key);
        }

        Execute("INSERT OR IGNORE INTO ledgers VALUES ($rows, $key, $path, 0, '')", ("$rows", rows), ("$key", key), ("$path", path));
        return Find(rows)!;
    }

    /// <summary>Remembers that the ledger is in another place.</summary>
    public void Move(string rows, string path) => Execute("UPDATE ledgers SET path = $path WHERE rows = $rows", ("$rows", rows), ("$path", path));

    /// <summary>Remembers the last entry, unless another process has come further meanwhile.</summary>
    public void Advance(string rows, LedgerEntry last) => Execute(
        "UPDATE ledgers SET entries = $entries, signature = $signature WHERE rows = $rows AND entries < $entries",
        ("$rows", rows),
        ("$entries", last.Number + 1),
        ("$signature", last.Signature));

    private void Execute(string sql, params (string Name, object? Value)[] parameters) => InTransaction(mayCreate: false, connection =>
    {
        Database.Execute(connection, sql, parameters);
        return 0;
    });

    private T InTransaction<T>(bool mayCreate, Func<SqliteConnection, T> work)
    {
        try
        {
            if (mayCreate)
            {
                Directory.CreateDirectory(Folder);
            }

            return database.InTransaction(mayCreate, work);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new IOException(
                $"What this machine remembers of sealed rows cannot be kept in '{Folder}': {failure.Message} Name a folder of your own as WitnessFolder, the same for every look.", failure);
        }
    }
}
