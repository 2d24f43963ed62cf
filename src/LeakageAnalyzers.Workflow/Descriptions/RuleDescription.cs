namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>How loudly a rule speaks unless the user says otherwise.</summary>
public enum DefaultSeverity
{
    /// <summary>A hint.</summary>
    Info,

    /// <summary>A warning.</summary>
    Warning,
}

/// <summary>The texts of one rule: the single source of descriptors, page titles and run-time messages.</summary>
/// <param name="Id">The public contract, such as <c>LEAK102</c>.</param>
/// <param name="Title">What is wrong, in a line.</param>
/// <param name="MessageFormat">What is wrong here and what to do, with numbered places for the arguments of a finding.</param>
/// <param name="Category">The family.</param>
/// <param name="Severity">How loud by default.</param>
/// <param name="Explanation">Why it matters, and where that is described.</param>
public sealed record RuleDescription(
    string Id, string Title, string MessageFormat, string Category, DefaultSeverity Severity, string Explanation)
{
    /// <summary>Whether it speaks unless the user says otherwise.</summary>
    public bool IsEnabledByDefault { get; init; } = true;

    /// <summary>
    /// Whether which rows were fitted, split and tested shows such a leak, so that a run under the guard confirms it. The others are about columns, time, the order of passes or what is chosen by a score.
    /// </summary>
    public bool IsShownByRows { get; init; }
}
