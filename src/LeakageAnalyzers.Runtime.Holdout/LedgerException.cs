namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>The ledger of sealed test rows cannot be trusted: its count of looks may be wrong.</summary>
public sealed class LedgerException : InvalidOperationException
{
    internal LedgerException(LedgerDefect defect, string message, Exception? inner = null)
        : base(message, inner) => Defect = defect;

    /// <summary>What is wrong.</summary>
    public LedgerDefect Defect { get; }
}
