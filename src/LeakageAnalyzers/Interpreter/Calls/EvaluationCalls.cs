using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that measure.</summary>
internal static class EvaluationCalls
{
    public static AbstractValue Evaluate(LibraryCall call)
    {
        if (call.Rows() is { } rows)
        {
            call.Evaluator.Emit(new Evaluated(call.Place, rows, call.Task));
        }

        return call.Unknown("metrics");
    }
}
