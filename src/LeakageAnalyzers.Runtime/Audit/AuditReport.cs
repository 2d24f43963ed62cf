namespace LeakageAnalyzers.Runtime;

/// <summary>What an audit of a split found.</summary>
/// <param name="Findings">The findings, by id.</param>
/// <param name="Omissions">The checks that had nothing to look at: of these, silence says nothing.</param>
public sealed record AuditReport(IReadOnlyList<AuditFinding> Findings, IReadOnlyList<AuditOmission> Omissions)
{
    /// <summary>How far the sides differ, feature by feature, whether that is a finding or not; empty where no feature could be compared.</summary>
    public IReadOnlyList<ColumnShift> Shifts { get; init; } = [];

    /// <summary>The number of train rows that were audited; 0 where it is not known.</summary>
    public long TrainRows { get; init; }

    /// <summary>The number of test rows that were audited; 0 where it is not known.</summary>
    public long TestRows { get; init; }

    /// <summary>Throws where a finding is a warning.</summary>
    /// <exception cref="LeakageException">There is one; it holds the warnings, and its message has a line for each.</exception>
    public void Verify()
    {
        var warnings = Findings.Where(finding => finding.Severity == FindingSeverity.Warning).ToList();
        if (warnings.Count > 0)
        {
            throw new LeakageException(
                $"The split has {warnings.Count} {(warnings.Count == 1 ? "leak" : "leaks")}:{Environment.NewLine}{string.Join(Environment.NewLine, warnings)}",
                [.. warnings.Select(finding => new LeakageFinding(finding.Id, FilePath: "", Line: 0, finding.Message))]);
        }
    }

    /// <summary>A line for each finding and each omission.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Findings.Select(finding => finding.ToString()).Concat(Omissions.Select(omission => $"{omission.Id} not checked: {omission.Reason}")));
}
