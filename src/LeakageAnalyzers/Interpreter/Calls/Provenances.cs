using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Whether a call that matters knows its rows, and if not, why: for whoever measures, not for the rules.</summary>
/// <param name="Call">The method.</param>
/// <param name="Place">The call.</param>
/// <param name="Reason">Why the rows are not known; empty where they are.</param>
internal sealed record RowsAsked(string Call, Place Place, string Reason) : WorkflowEvent(Place)
{
    // One evaluation is one answer, in however many traces it stands.
    public bool Equals(RowsAsked? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Place.GetHashCode();
}

/// <summary>Tells whoever measures which calls know their rows.</summary>
internal static class Provenances
{
    private static readonly HashSet<CallKind> Asked =
    [
        CallKind.Fit, CallKind.Split, CallKind.SplitIntoFolds, CallKind.CrossValidate, CallKind.Evaluate,
    ];

    /// <summary>Notes what <paramref name="call"/> knows, where anybody listens.</summary>
    public static void Note(LibraryCall call)
    {
        if (!InterpreterEvents.Log.IsEnabled() || !Asked.Contains(call.Row.Kind) || !call.Evaluator.IsEmitting)
        {
            return;
        }

        var rows = call.Operands.Where(operand => MlTypes.IsDataView(operand.Operation.Type) && operand.Value is not ConstantValue).Select(operand => operand.Value).FirstOrDefault();
        var reason = rows switch
        {
            null => "no rows among the arguments",
            UnknownValue { Reason: not UnknownValue.ParameterOfEntry } unknown => unknown.Reason,
            RowsValue { Rows: { ScoredBy: null, Pooled.Count: 0 } } when call.Row.Kind == CallKind.Evaluate => "scored by a model that is not known",
            _ => "",
        };
        call.Evaluator.Emit(new RowsAsked(call.Method.Name, call.Place, reason));
    }

    /// <summary>Tells what was noted among <paramref name="events"/>, and leaves the others.</summary>
    public static IReadOnlyList<WorkflowEvent> Tell(IReadOnlyList<WorkflowEvent> events)
    {
        var noted = events.OfType<RowsAsked>().Distinct().ToList();
        foreach (var asked in noted)
        {
            InterpreterEvents.Log.Provenance(asked.Call, asked.Place.ToString(), asked.Reason.Length == 0, asked.Reason);
        }

        // Whoever listened when it was noted may have stopped since.
        return noted.Count == 0 ? events : events.Where(happened => happened is not RowsAsked).ToList();
    }
}
