using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Conditions that hold for the first row of each individual alone: no set or table has seen the individual's name yet.</summary>
internal static class FirstSeen
{
    /// <summary>The column of which <paramref name="predicate"/> keeps the first row of each value, as <c>visit => seen.Add(visit.PatientId)</c> does; null where it keeps others.</summary>
    public static string? KeptBy(FunctionValue? predicate) => predicate is { Body: not null, Method.Parameters: [var row, ..] }
        && predicate.Operations.OfType<IInvocationOperation>().FirstOrDefault(call => call.Parent is null or IFlowCaptureOperation && Catalog.AnswerForNew(call.TargetMethod) == true) is { } asked
        ? Keys.ColumnIn([.. asked.DescendantsAndSelf()], row)
        : null;

    /// <summary>The column of which <paramref name="row"/>, which <paramref name="call"/> adds to a list, is the first of its value on all ways to the call; null where that is not known.</summary>
    public static string? Before(LibraryCall call, RowPart row)
    {
        foreach (var (block, condition, holds) in Conditions.Before(call.Evaluator.Activation.Block))
        {
            if (condition is IInvocationOperation asked && Catalog.AnswerForNew(asked.TargetMethod) == holds && IsFilledAlong(call, asked, row) && asked.Arguments.Length > 0)
            {
                return ColumnIn(call.Evaluator, SetBefore(block, asked.Arguments[0].Value), row);
            }
        }

        return null;
    }

    // A set that is there before the first row, and as long as the list.
    private static bool IsFilledAlong(LibraryCall call, IInvocationOperation asked, RowPart row) => asked.Instance is not null && call.Evaluator.Trial().Evaluate(asked.Instance).Identity is var set
        && SymbolicId.VariesMoreThan(row.Row, set) && !SymbolicId.VariesMoreThan(set, call.Instance?.Identity ?? "");

    // A variable that nothing reads behind the condition is forgotten by then.
    private static IOperation SetBefore(BasicBlock block, IOperation key) => key is ILocalReferenceOperation { Local: var local } && Conditions.LastSet(block, local) is { } value ? value : key;

    private static string? ColumnIn(Evaluator evaluator, IOperation key, RowPart row)
    {
        var columns = Accumulations.PartsIn(evaluator, key).Select(part => part.Row == row.Row ? part.Column : null).Distinct().ToList();
        return columns.Count == 1 ? columns[0] : null;
    }
}
