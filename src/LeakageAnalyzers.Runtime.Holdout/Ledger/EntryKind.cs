namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>What an entry of a ledger says. The names stand in the file.</summary>
internal enum EntryKind
{
    /// <summary>Rows were sealed. Always the first entry.</summary>
    Sealed,

    /// <summary>A look was counted.</summary>
    Look,

    /// <summary>A look was answered.</summary>
    Answer,
}
