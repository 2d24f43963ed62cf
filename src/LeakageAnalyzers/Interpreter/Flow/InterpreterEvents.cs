using System.Diagnostics.Tracing;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>What the interpreter did, for benchmarks and for the share of known provenance. Silent unless somebody listens.</summary>
[EventSource(Name = "LeakageAnalyzers")]
internal sealed class InterpreterEvents : EventSource
{
    private InterpreterEvents()
    {
    }

    /// <summary>The only source; it holds no state.</summary>
    public static InterpreterEvents Log { get; } = new();

    /// <summary>A member was run as an entry, or a call for all entries that make it.</summary>
    [Event(1)]
    public void EntryInterpreted(string entry, int operations) => WriteEvent(1, entry, operations);

    /// <summary>A member was given up.</summary>
    [Event(2)]
    public void BudgetExceeded(string entry) => WriteEvent(2, entry);

    /// <summary>A call needed to know which rows it is given.</summary>
    [Event(3)]
    public void Provenance(string call, string place, bool known, string reason) => WriteEvent(3, call, place, known, reason);

    /// <summary>How long a member was run as an entry, with all that it calls.</summary>
    [Event(4)]
    public void TimeSpent(double milliseconds) => WriteEvent(4, milliseconds);
}
