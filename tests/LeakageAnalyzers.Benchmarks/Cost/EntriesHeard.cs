using System.Diagnostics.Tracing;

namespace LeakageAnalyzers.Benchmarks.Cost;

/// <summary>Hears what the analyzer's interpreter says of its entries while it is there.</summary>
internal sealed class EntriesHeard : EventListener
{
    private readonly Lock _lock = new();
    private int _operations;
    private int _givenUp;

    /// <summary>Operations that were evaluated.</summary>
    public int Operations => _operations;

    /// <summary>How long they were interpreted, in milliseconds, the graphs included that are made on the way.</summary>
    public double Milliseconds { get; private set; }

    /// <summary>Entries that were given up at their budget.</summary>
    public int GivenUp => _givenUp;

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "LeakageAnalyzers")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "EntryInterpreted", Payload: [_, int operations] })
        {
            Interlocked.Add(ref _operations, operations);
        }
        else if (eventData is { EventName: "TimeSpent", Payload: [double milliseconds] })
        {
            lock (_lock)
            {
                Milliseconds += milliseconds;
            }
        }
        else if (eventData.EventName == "BudgetExceeded")
        {
            Interlocked.Increment(ref _givenUp);
        }
    }
}
