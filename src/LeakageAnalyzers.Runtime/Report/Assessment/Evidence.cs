using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What was measured, before it is judged.</summary>
internal sealed record Evidence
{
    public required RowFlow? Flow { get; init; }

    public required Audit? Audit { get; init; }

    public required Performance? Performance { get; init; }

    public required MetricValue? Headline { get; init; }

    public required Repetitions? Repetitions { get; init; }

    public required BaselineGains? Baselines { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required Calibration? Calibration { get; init; }

    public required IReadOnlyList<SubgroupTable> Subgroups { get; init; }

    public required Ledger? Ledger { get; init; }

    /// <summary>Whether the guard saw rows being tested.</summary>
    public bool WatchedTheTest => Flow is { TestedRows: > 0 };

    /// <summary>Whether it also saw the models of all of them being fitted: only then does its silence say anything.</summary>
    public bool TracedTheTest => Flow is { TestedRows: > 0, UntracedTestedRows: 0 };

    /// <summary>Whether the audit found test rows, or rows nearly equal to them, among the train rows.</summary>
    public bool FoundCopies => Audit is { } audit && audit.Findings.Any(finding => finding.Id is "LEAK602" or "LEAK603");

    /// <summary>Whether the audit saw one fold of several whose test rows were pooled: what it says of the number of test rows is not true of all of them.</summary>
    public bool AuditedAPart => Audit is { TestRows: > 0 and var audited } && audited < Performance?.Rows;

    /// <summary>What the audit found that holds for the evaluation.</summary>
    public IEnumerable<AuditFinding> AuditFindings => Audit?.Findings.Where(finding => !(AuditedAPart && finding.Id == DataDescriptions.TooFewTestRows.Id)) ?? [];

    /// <summary>Whether there is an audit that did not leave a check out.</summary>
    public bool AuditLookedFor(string id) => Audit is { } audit && audit.Omissions.All(omission => omission.Id != id);

    /// <summary>How many independent units were tested.</summary>
    public long? IndependentUnits => Performance?.Groups ?? Performance?.Rows;

    /// <summary>What these units are called.</summary>
    public string UnitNoun => Performance?.GroupColumn is { } column ? $"group of {column}" : "row";

    /// <summary>The units with their noun: <c>32 groups of PatientId</c>.</summary>
    public string DescribeUnits(long count) => Performance?.GroupColumn is { } column
        ? $"{ReportNumbers.Count(count)}\u00A0group{(count == 1 ? "" : "s")} of {column}"
        : ReportNumbers.Count(count, "row");
}
