using System.Diagnostics.Tracing;

namespace LeakageAnalyzers.Corpus.Analysis;

/// <summary>Hears what the analyzer's interpreter says of its own work: an event source of the name <c>LeakageAnalyzers</c>.</summary>
internal sealed class InterpreterEvents : EventListener
{
    private readonly Lock _gate = new();
    private InterpreterFigures _figures = InterpreterFigures.None;

    /// <summary>What was said since the last time this was asked.</summary>
    public InterpreterFigures Take()
    {
        lock (_gate)
        {
            return Interlocked.Exchange(ref _figures, InterpreterFigures.None);
        }
    }

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
        lock (_gate)
        {
            _figures = eventData.EventName switch
            {
                "EntryInterpreted" => _figures with { Entries = _figures.Entries.Add(new Entry((string)Payload(eventData, "entry"), (int)Payload(eventData, "operations"))) },
                "BudgetExceeded" => _figures with { PastBudget = _figures.PastBudget.Add((string)Payload(eventData, "entry")) },
                "Provenance" => _figures with
                {
                    Calls = _figures.Calls.Add(new RowCall(
                        (string)Payload(eventData, "call"), (string)Payload(eventData, "place"), (bool)Payload(eventData, "known"), (string)Payload(eventData, "reason"))),
                },
                _ => _figures,
            };
        }
    }

    private static object Payload(EventWrittenEventArgs said, string name) => said.Payload![said.PayloadNames!.IndexOf(name)]!;
}
