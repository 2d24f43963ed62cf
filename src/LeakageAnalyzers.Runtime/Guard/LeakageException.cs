namespace LeakageAnalyzers.Runtime;

/// <summary>The evaluation that was watched leaks.</summary>
public sealed class LeakageException : Exception
{
    /// <summary>An exception that says no more than that there is a leak.</summary>
    public LeakageException()
        : this("The evaluation leaks.")
    {
    }

    /// <summary>An exception with a message of the caller's own.</summary>
    public LeakageException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message of the caller's own and a cause.</summary>
    public LeakageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal LeakageException(IReadOnlyList<LeakageFinding> findings)
        : this(Describe(findings), findings)
    {
    }

    internal LeakageException(string message, IReadOnlyList<LeakageFinding> findings)
        : base(message) => Findings = findings;

    /// <summary>The leaks: those of a guard in the order of the source, those of an audit by id and without a place.</summary>
    public IReadOnlyList<LeakageFinding> Findings { get; } = [];

    // One paragraph a finding, so that a test log shows where to look without a debugger.
    private static string Describe(IReadOnlyList<LeakageFinding> findings)
    {
        var count = findings.Count == 1 ? "1 leak" : $"{findings.Count} leaks";
        return $"The evaluation has {count}:{Environment.NewLine}"
            + string.Join(Environment.NewLine, findings.Select(finding => Environment.NewLine + finding));
    }
}
