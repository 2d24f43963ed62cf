namespace LeakageAnalyzers.Agreement.Tests.Verification;

/// <summary>Which side sees what the other does not.</summary>
internal enum Side
{
    /// <summary>The analyzer reports what the guard does not see.</summary>
    Analyzer,

    /// <summary>The guard reports what the analyzer keeps silent about.</summary>
    Guard,

    /// <summary>The program says something about source alone: run on generated data, it fails before it is through.</summary>
    NotRunnable,
}

/// <summary>A test of a rule or of the interpreter of whose programs one side cannot judge all, and why.</summary>
/// <param name="Test">Class and method.</param>
/// <param name="Sees">The side that sees more.</param>
/// <param name="Why">Why the other does not.</param>
internal sealed record OneSided(string Test, Side Sees, string Why);
