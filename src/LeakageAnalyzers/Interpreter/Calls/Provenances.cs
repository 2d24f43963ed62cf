using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Tells whoever measures whether a call that matters knows its rows, and if not, why.</summary>
internal static class Provenances
{
    private static readonly ImmutableHashSet<CallKind> Asked = ImmutableHashSet.Create(
        CallKind.Fit, CallKind.Split, CallKind.SplitIntoFolds, CallKind.CrossValidate, CallKind.Evaluate);

    public static void Log(LibraryCall call)
    {
        if (!Asked.Contains(call.Row.Kind) || !call.Evaluator.IsEmitting || !InterpreterEvents.Log.IsEnabled())
        {
            return;
        }

        var rows = call.Operands.Where(operand => MlTypes.IsDataView(operand.Operation.Type) && operand.Value is not ConstantValue).Select(operand => operand.Value).FirstOrDefault();
        var reason = rows switch
        {
            null => "no rows among the arguments",
            UnknownValue { Reason: not UnknownValue.ParameterOfEntry } unknown => unknown.Reason,
            RowsValue { Rows.ScoredBy: null } when call.Row.Kind == CallKind.Evaluate => "scored by a model that is not known",
            _ => "",
        };
        InterpreterEvents.Log.Provenance(call.Method.Name, call.Place.ToString(), reason.Length == 0, reason);
    }
}
