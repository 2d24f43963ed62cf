using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>A ledger whose every entry is signed over all before it, checked as a whole at each use.</summary>
/// <remarks>
/// The ledger is written before the witness, and the witness before anyone learns an answer: whatever was answered is known to both, and a ledger may be ahead of its
/// witness, never behind. The witness is read before the ledger, since other processes write meanwhile.
/// </remarks>
internal sealed class SignedLedger
{
    private const int NotADatabase = 26;
    private const int CannotOpen = 14;

    private readonly string path;
    private readonly string rows;
    private readonly Witness witness;
    private readonly Database database;

    private SignedLedger(string path, string rows, Witness witness) =>
        (this.path, this.rows, this.witness, database) = (path, rows, witness, new Database(path));

    /// <summary>Opens the ledger of rows, or begins one with a seal.</summary>
    /// <exception cref="LedgerException">It cannot be trusted.</exception>
    public static SignedLedger Open(string path, string rows, string? witnessFolder, Func<LedgerEntry> seal)
    {
        var witness = new Witness(witnessFolder);
        var ledger = new SignedLedger(path, rows, witness);
        var known = witness.Find(rows);
        if (known is null)
        {
            ledger.RefuseForeignFile();
            known = witness.Register(rows, path);
        }

        known = ledger.Locate(known);
        ledger.Append(known, mayCreate: known.Entries == 0, entries => entries.Count == 0 ? seal() : null);
        return ledger;
    }

    /// <summary>All entries.</summary>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    public IReadOnlyList<LedgerEntry> Read() => Append(_ => null);

    /// <summary>Appends the entry that is made in view of all others, unless it is null; in one transaction, in which no other process writes.</summary>
    /// <returns>All entries, the new one included.</returns>
    /// <exception cref="LedgerException">The ledger cannot be trusted.</exception>
    public IReadOnlyList<LedgerEntry> Append(Func<IReadOnlyList<LedgerEntry>, LedgerEntry?> next) => Append(
        witness.Find(rows) ?? throw new LedgerException(LedgerDefect.UnknownKey, $"The witness in '{witness.Folder}' no longer knows the ledger '{path}'."),
        mayCreate: false,
        next);

    private List<LedgerEntry> Append(WitnessRecord known, bool mayCreate, Func<IReadOnlyList<LedgerEntry>, LedgerEntry?> next)
    {
        var entries = InTransaction(mayCreate, connection =>
        {
            EntryTable.Create(connection);
            var entries = EntryTable.Read(connection);
            Verify(entries, known);
            if (next(entries) is { } entry)
            {
                var numbered = entry with { Number = entries.Count };
                var signed = numbered with { Signature = numbered.Sign(known.Key, entries.LastOrDefault()?.Signature ?? "") };
                EntryTable.Insert(connection, signed);
                entries.Add(signed);
            }

            return entries;
        });
        witness.Advance(rows, entries[entries.Count - 1]);
        return entries;
    }

    private void Verify(List<LedgerEntry> entries, WitnessRecord known)
    {
        if (entries.Count > 0 && entries[0].Subject != rows)
        {
            throw new LedgerException(LedgerDefect.OtherRows, $"The ledger '{path}' was made for other test rows.");
        }

        var signature = "";
        for (var number = 0; number < entries.Count; number++)
        {
            var entry = entries[number];
            if (entry.Number != number || entry.Sign(known.Key, signature) != entry.Signature)
            {
                throw new LedgerException(
                    LedgerDefect.Edited, Invariant($"The ledger '{path}' was edited: entry {number} of {entries.Count} does not bear its signature."));
            }

            signature = entry.Signature;
        }

        if (entries.Count < known.Entries || (known.Entries > 0 && entries[known.Entries - 1].Signature != known.Signature))
        {
            throw new LedgerException(
                LedgerDefect.RolledBack,
                Invariant($"The ledger '{path}' was replaced by an older copy: it has {entries.Count} entries, but not entry {known.Entries - 1} that this machine saw."));
        }
    }

    // Where the ledger is, as against where it was.
    private WitnessRecord Locate(WitnessRecord known)
    {
        var isHere = File.Exists(path);
        if (known.Path == path)
        {
            return isHere || known.Entries == 0 ? known : throw Deleted(known);
        }

        if (File.Exists(known.Path))
        {
            throw isHere
                ? new LedgerException(LedgerDefect.Copied, $"'{path}' is a copy of the ledger '{known.Path}'; use that one, since looks at either count for both.")
                : new LedgerException(LedgerDefect.SealedElsewhere, $"These rows are sealed in the ledger '{known.Path}'; open that one.");
        }

        if (!isHere && known.Entries > 0)
        {
            throw Deleted(known);
        }

        witness.Move(rows, path);
        return known with { Path = path };
    }

    // Without a record of these rows, a file here is of other rows, or of another machine.
    private void RefuseForeignFile()
    {
        if (File.Exists(path) && InTransaction(mayCreate: false, connection =>
        {
            EntryTable.Create(connection);
            return EntryTable.Read(connection);
        }).FirstOrDefault() is { } seal)
        {
            throw seal.Subject == rows
                ? new LedgerException(
                    LedgerDefect.UnknownKey,
                    $"The ledger '{path}' is signed with a key that is not in '{witness.Folder}': it was copied from another machine, or what this one knew of it was deleted.")
                : new LedgerException(LedgerDefect.OtherRows, $"The ledger '{path}' was made for other test rows.");
        }
    }

    private static LedgerException Deleted(WitnessRecord known) => new(
        LedgerDefect.Deleted, Invariant($"These rows are sealed, and their ledger '{known.Path}' of {known.Entries} entries is gone; bring it back, or collect new rows."));

    private T InTransaction<T>(bool mayCreate, Func<SqliteConnection, T> work)
    {
        try
        {
            return database.InTransaction(mayCreate, work);
        }
        catch (SqliteException error) when (!mayCreate && error.SqliteErrorCode == CannotOpen && !File.Exists(path) && !Directory.Exists(path))
        {
            throw new LedgerException(LedgerDefect.Deleted, $"The ledger '{path}' is gone, or its folder is.", error);
        }
        catch (SqliteException error) when (Database.IsAboutTheFile(error))
        {
            throw new IOException($"The ledger '{path}' cannot be written, so that no look can be counted and none is answered: {error.Message}", error);
        }
        catch (Exception error) when (error is SqliteException or FormatException or InvalidCastException)
        {
            var what = error is SqliteException { SqliteErrorCode: NotADatabase } ? "is no ledger" : "cannot be read as a ledger";
            throw new LedgerException(LedgerDefect.Unreadable, $"The file '{path}' {what}: {error.Message}", error);
        }
    }
}
