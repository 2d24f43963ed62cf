namespace LeakageAnalyzers.Runtime;

/// <summary>What an audit found in the rows of a split.</summary>
/// <param name="Id">The rule, such as <c>LEAK601</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is there, how much of it, and what to do.</param>
/// <param name="Count">How many test rows, groups or features it concerns, as the message says.</param>
public sealed record AuditFinding(string Id, FindingSeverity Severity, string Message, long Count)
{
    /// <summary>The column that it is about, where it is about one.</summary>
    public string? Column { get; init; }

    /// <summary>Some of what was counted, such as groups.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The finding as a line of a log: <c>LEAK601 warning: message</c>.</summary>
    public override string ToString() => $"{Id} {(Severity == FindingSeverity.Warning ? "warning" : "info")}: {Message}";
}

/// <summary>A check that had nothing to look at.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Reason">What is missing.</param>
public sealed record AuditOmission(string Id, string Reason);
