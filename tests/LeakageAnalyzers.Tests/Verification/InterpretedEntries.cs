using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>Hears how many operations each entry of one type took, as who measures does.</summary>
internal sealed class InterpretedEntries(string type) : EventListener
{
    private readonly ConcurrentBag<int> _operations = [];

    /// <summary>One number for each time that a member of the type was interpreted as an entry.</summary>
    public IReadOnlyCollection<int> Operations => _operations;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "LeakageAnalyzers")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base class hears before this one is made.
        if (eventData.EventName == "EntryInterpreted" && type is not null && eventData.Payload is [string entry, int operations] && entry.StartsWith(type + ".", StringComparison.Ordinal))
        {
            _operations?.Add(operations);
        }
    }
}
