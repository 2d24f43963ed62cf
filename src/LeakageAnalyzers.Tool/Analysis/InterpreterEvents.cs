using System.Diagnostics.Tracing;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Hears what the analyzer's interpreter says of its own work: an event source of the name <c>LeakageAnalyzers</c>. Programs analysed side by side are told apart by the flow of control.</summary>
internal sealed class InterpreterEvents : EventListener
{
    private static readonly AsyncLocal<Recording?> Current = new();

    /// <summary>Records what is said of the work that is begun from here on, in this flow of control.</summary>
    public static Recording Record() => Current.Value = new Recording();

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "LeakageAnalyzers")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => Current.Value?.Add(eventData);

    /// <summary>What was said of one program.</summary>
    internal sealed class Recording
    {
        private readonly Lock _gate = new();
        private InterpreterFigures _figures = InterpreterFigures.None;

        /// <summary>What was said so far.</summary>
        public InterpreterFigures Figures
        {
            get
            {
                lock (_gate)
                {
                    return _figures;
                }
            }
        }

        internal void Add(EventWrittenEventArgs said)
        {
            lock (_gate)
            {
                _figures = said.EventName switch
                {
                    "EntryInterpreted" => _figures with { Entries = _figures.Entries.Add(new Entry((string)Payload(said, "entry"), (int)Payload(said, "operations"))) },
                    "BudgetExceeded" => _figures with { PastBudget = _figures.PastBudget.Add((string)Payload(said, "entry")) },
                    "Provenance" => _figures with
                    {
                        Calls = _figures.Calls.Add(new RowCall(
                            (string)Payload(said, "call"), (string)Payload(said, "place"), (bool)Payload(said, "known"), (string)Payload(said, "reason"))),
                    },
                    _ => _figures,
                };
            }
        }

        private static object Payload(EventWrittenEventArgs said, string name) => said.Payload![said.PayloadNames!.IndexOf(name)]!;
    }
}
