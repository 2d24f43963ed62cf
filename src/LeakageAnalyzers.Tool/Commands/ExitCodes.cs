namespace LeakageAnalyzers.Tool.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>All was analysed and nothing found.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be analysed.</summary>
    public const int NotAnalysed = 2;
}
