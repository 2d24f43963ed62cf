using System.Collections.Immutable;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>What the interpreter did to one program.</summary>
/// <param name="Entries">Entry points it followed.</param>
/// <param name="PastBudget">Those it gave up.</param>
/// <param name="Calls">Fits, splits and evaluations it came by, once per visit.</param>
internal sealed record InterpreterFigures(ImmutableList<Entry> Entries, ImmutableList<string> PastBudget, ImmutableList<RowCall> Calls)
{
    /// <summary>Nothing was said.</summary>
    public static InterpreterFigures None { get; } = new([], [], []);

    /// <summary>Each call once: known where any visit knew its rows.</summary>
    public IReadOnlyList<RowCall> DistinctCalls =>
        [.. Calls.GroupBy(call => (call.Name, call.Place)).Select(visits => visits.FirstOrDefault(visit => visit.IsKnown) ?? visits.First())];
}

/// <summary>An entry point.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Operations">What it cost.</param>
internal sealed record Entry(string Name, int Operations);

/// <summary>A call that takes rows.</summary>
/// <param name="Name">Fit, a split or an evaluation.</param>
/// <param name="Place">File and line.</param>
/// <param name="IsKnown">Whether it is known where its rows come from.</param>
/// <param name="Reason">Why not.</param>
internal sealed record RowCall(string Name, string Place, bool IsKnown, string Reason);
