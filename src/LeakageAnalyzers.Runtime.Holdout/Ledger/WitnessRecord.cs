namespace LeakageAnalyzers.Runtime.Holdout.Ledger;

/// <summary>What is known of one ledger: its key, its place, how many entries it had, and the signature of the last.</summary>
internal sealed record WitnessRecord(byte[] Key, string Path, int Entries, string Signature);
