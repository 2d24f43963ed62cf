namespace LeakageAnalyzers.Runtime;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing when the score is read.</summary>
    Info,

    /// <summary>The score is probably too good.</summary>
    Warning,
}
