using System.Diagnostics.Tracing;
using LeakageAnalyzers.Tests.Interpreter.Typing;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>Whoever measures the interpreter changes nothing of what is found.</summary>
public sealed class ListenerTests
{
    /// <summary>An editor shows what a finding carries along: the places of its story too.</summary>
    [Fact]
    public async Task Findings_are_the_same_for_a_listener_that_stops_while_a_program_is_interpreted()
    {
        const string Study = "ListenedTo";
        var editor = Editor.Of($$"""
            public sealed class {{Study}}(MLContext ml)
            {
                public double Score()
                {
                    var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
                    return ml.BinaryClassification.Evaluate(model.Transform(data)).Accuracy;
                }
            }
            """);
        IReadOnlyList<string> heard;
        using (var listener = new LeavesAfterEntry(Study))
        {
            heard = await editor.FreshAsync();
            Assert.True(listener.HasLeft);
        }

        Assert.Contains(heard, finding => finding.Contains("LEAK201", StringComparison.Ordinal));
        Assert.Equal(await editor.FreshAsync(), heard);
    }

    /// <summary>Listens until a member of one type was interpreted, and no longer: what was noted on the way is still to be told.</summary>
    private sealed class LeavesAfterEntry(string type) : EventListener
    {
        public bool HasLeft { get; private set; }

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
            if (type is not null && eventData is { EventName: "EntryInterpreted", Payload: [string entry, ..] } && entry.StartsWith(type + ".", StringComparison.Ordinal))
            {
                HasLeft = true;
                DisableEvents(eventData.EventSource);
            }
        }
    }
}
