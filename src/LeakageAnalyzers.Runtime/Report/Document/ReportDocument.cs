namespace LeakageAnalyzers.Runtime.Report;

/// <summary>All that a report says: the page and the JSON are two writings of it.</summary>
internal sealed record ReportDocument
{
    public required string SchemaVersion { get; init; }

    public required string Title { get; init; }

    public required string? Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Software Software { get; init; }

    public required Summary Summary { get; init; }

    public required RowFlow? Flow { get; init; }

    public required Performance? Performance { get; init; }

    public required Repetitions? Repetitions { get; init; }

    public required BaselineGains? Baselines { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required Calibration? Calibration { get; init; }

    public required IReadOnlyList<SubgroupTable> Subgroups { get; init; }

    public required Ledger? Ledger { get; init; }

    public required Audit? Audit { get; init; }

    public required IReadOnlyList<ChecklistEntry> Checklist { get; init; }
}

/// <summary>What wrote the report.</summary>
internal sealed record Software(string Name, string Version);

/// <summary>The answer at the top.</summary>
internal sealed record Summary
{
    public required Verdict Verdict { get; init; }

    public required string Statement { get; init; }

    public required Headline? Headline { get; init; }

    public required IReadOnlyList<Objection> Against { get; init; }

    public required IReadOnlyList<string> InFavour { get; init; }

    public required IReadOnlyList<MissingPart> NotShown { get; init; }
}

/// <summary>The number that the report is about.</summary>
internal sealed record Headline(MetricValue Metric, int Rows, int? Groups, string? GroupColumn);

/// <summary>Whether a reader should believe the number.</summary>
internal enum Verdict
{
    /// <summary>A leak was measured.</summary>
    NotBelievable,

    /// <summary>Nothing was measured that could tell.</summary>
    NotShown,

    /// <summary>No leak was measured; something limits what the number says.</summary>
    BelievableWithReservations,

    /// <summary>Everything that decides was measured, and nothing speaks against the number.</summary>
    Believable,
}

/// <summary>Something that speaks against the number.</summary>
/// <param name="Gravity">How much it does.</param>
/// <param name="Source">What measured it, such as a rule's id.</param>
/// <param name="Text">What it is.</param>
internal sealed record Objection(Gravity Gravity, string Source, string Text);

/// <summary>How much an objection weighs.</summary>
internal enum Gravity
{
    /// <summary>The number is not a measurement of what it claims to be.</summary>
    Disqualifying,

    /// <summary>The number says less than it seems to.</summary>
    Reservation,
}

/// <summary>A part that the report lacks.</summary>
/// <param name="Part">Its heading.</param>
/// <param name="Reason">Why it is not there.</param>
internal sealed record MissingPart(string Part, string Reason);
