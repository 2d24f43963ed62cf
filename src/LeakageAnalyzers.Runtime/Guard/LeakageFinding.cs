namespace LeakageAnalyzers.Runtime;

/// <summary>A leak that was seen to happen.</summary>
/// <param name="Id">The rule, such as <c>LEAK201</c>: the same id that the analyzer reports.</param>
/// <param name="FilePath">The source file of the call to mend; empty where an audit found the leak in the rows.</param>
/// <param name="Line">Its line, counted from one; 0 where an audit found the leak in the rows.</param>
/// <param name="Message">What is wrong there, how many rows it concerns, and what to do.</param>
public sealed record LeakageFinding(string Id, string FilePath, int Line, string Message)
{
    /// <summary>How grave it is: what the analyzer gives the rule by default.</summary>
    public FindingSeverity Severity { get; init; } = FindingSeverity.Warning;

    /// <summary>How many of the tested rows were learned from, or null where the finding is not about rows.</summary>
    public long? SharedRowCount { get; init; }

    /// <summary>How many rows were tested, or null where the finding is not about rows.</summary>
    public long? TestedRowCount { get; init; }

    /// <summary>How many groups stand on both sides of a split, or null where the finding is not about groups.</summary>
    public long? SharedGroupCount { get; init; }

    /// <summary>How many groups there are, or null where the finding is not about groups.</summary>
    public long? GroupCount { get; init; }

    /// <summary>Some of the groups that stand on both sides.</summary>
    public IReadOnlyList<string> ExampleGroups { get; init; } = [];

    /// <summary>The finding as a compiler would print it: <c>file(line): id: message</c>, or <c>id: message</c> where it has no place.</summary>
    public override string ToString() => FilePath.Length == 0 ? $"{Id}: {Message}" : FormattableString.Invariant($"{FilePath}({Line}): {Id}: {Message}");
}
