namespace LeakageAnalyzers.Runtime.Report;

/// <summary>One recommendation, and what is known of it.</summary>
internal sealed record ChecklistEntry
{
    public required ReportingItem Item { get; init; }

    /// <summary>The recommendation in a line.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The item numbers of TRIPOD+AI (Collins et al., BMJ 385:e078378, 2024) that ask for it; null where none does.</summary>
    public required string? TripodAi { get; init; }

    /// <summary>The item numbers of REFORMS (Kapoor et al., Science Advances 10:eadk3452, 2024); null where none does, or none could be confirmed.</summary>
    public required string? Reforms { get; init; }

    public required ItemStatus Status { get; init; }

    /// <summary>What was measured; null where nothing was.</summary>
    public required string? Measured { get; init; }

    /// <summary>Whether what was measured speaks against the evaluation; null where nothing was measured.</summary>
    public required bool? Objects { get; init; }

    /// <summary>What the author says of it; null where the author says nothing.</summary>
    public required string? Declared { get; init; }
}

/// <summary>How it is known.</summary>
internal enum ItemStatus
{
    /// <summary>The library saw it.</summary>
    Measured,

    /// <summary>The author says so, and nothing was measured.</summary>
    Declared,

    /// <summary>Neither.</summary>
    NotShown,
}
