namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>What both sides say of one generated program.</summary>
/// <param name="Plan">The choices that it is made of.</param>
/// <param name="Text">The program.</param>
/// <param name="Styles">The features of the language that it uses.</param>
/// <param name="Reported">What the analyzer reports.</param>
/// <param name="Seen">What the guard saw.</param>
/// <param name="Failure">What the program threw, or null.</param>
internal sealed record Comparison(
    WorkflowPlan Plan, string Text, IReadOnlyCollection<CodeStyle> Styles, IReadOnlySet<Leak> Reported, IReadOnlySet<Leak> Seen, string? Failure)
{
    /// <summary>Leaks that the analyzer missed.</summary>
    public IEnumerable<Leak> Missed => Seen.Except(Reported);

    /// <summary>Leaks that did not happen.</summary>
    public IEnumerable<Leak> FalselyReported => Reported.Except(Seen);

    /// <summary>Whether both sides say the same.</summary>
    public bool Agrees => Reported.SetEquals(Seen);
}

/// <summary>A leak and the line where it is reported.</summary>
internal sealed record Leak(string Id, int Line);
