namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>What is wrong with a ledger.</summary>
public enum LedgerDefect
{
    /// <summary>An entry was changed, inserted or removed: a signature does not fit.</summary>
    Edited,

    /// <summary>The file lacks entries that were counted: an older copy was put in its place.</summary>
    RolledBack,

    /// <summary>It is a copy beside the ledger that it was made from.</summary>
    Copied,

    /// <summary>The rows were sealed, and their ledger is gone.</summary>
    Deleted,

    /// <summary>It was signed with a key that this machine does not have.</summary>
    UnknownKey,

    /// <summary>It was made for other test rows.</summary>
    OtherRows,

    /// <summary>The rows have a ledger already, in another place.</summary>
    SealedElsewhere,

    /// <summary>The file is no ledger, or cannot be read.</summary>
    Unreadable,
}
