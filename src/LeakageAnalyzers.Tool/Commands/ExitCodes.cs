namespace LeakageAnalyzers.Tool.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>All was analysed, and nothing was found that is loud enough.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be analysed.</summary>
    public const int NotAnalysed = 2;

    /// <summary>Ctrl-C: what shells expect.</summary>
    public const int Stopped = 130;
}
