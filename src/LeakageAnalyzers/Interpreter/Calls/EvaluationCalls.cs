using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that measure.</summary>
internal static class EvaluationCalls
{
    public static AbstractValue Evaluate(LibraryCall call)
    {
        if (call.Rows() is not { } rows)
        {
            return call.Unknown("metrics of unknown rows");
        }

        EmitPositionalSplit(call, rows);
        var evaluated = new Evaluated(call.Place, rows, call.Task)
        {
            Run = call.Site,
            Branches = call.Evaluator.Activation.Branches,
            GivesProbabilities = call.Row.NeedsProbabilities && rows.ScoredBy?.Steps.Any(step => step.GivesScoresOnly) != true,
        };
        call.Evaluator.Emit(evaluated);
        return new MeasuredValue("metrics " + call.Site, EquatableList<Measurement>.From([new Measurement(evaluated, null, call.Site)]));
    }

    /// <summary>Two models on the same rows. It is no evaluation to remark on, and what depends on its verdict is a choice by these rows all the same.</summary>
    public static AbstractValue Compare(LibraryCall call)
    {
        var candidates = Parameters.OfCompared
            .Select(parameter => call.Rows(parameter) is { } rows ? Measured(call, rows, parameter) : null)
            .OfType<Measurement>()
            .ToList();
        return candidates.Count == 2
            ? new ComparedValue("compared " + call.Site, call.Place, EquatableList<Measurement>.From(candidates)) { IsTest = true }
            : call.Unknown("a comparison of unknown rows");
    }

    private static Measurement Measured(LibraryCall call, RowSet rows, string which)
    {
        var run = $"{which} of {call.Site}";
        return new Measurement(new Evaluated(call.Place, rows, call.Task) { Run = run, Branches = call.Evaluator.Activation.Branches }, null, run);
    }

    // Take and Skip become a split once what the one left is trained on and what the other left is tested.
    private static void EmitPositionalSplit(LibraryCall call, RowSet tested)
    {
        if (tested is { Cut: { } cut, ScoredBy.TrainedOn: { Cut: not null } trained }
            && ((SymbolicRows)tested.Provenance).RangesApartFrom((SymbolicRows)trained.Provenance) is { Count: > 0 } ranges)
        {
            call.Evaluator.Emit(new Split(cut.Place, tested with { Name = cut.Input }, trained, tested, KeyOf(ranges)));
        }
    }

    // Groups that are cut by their position stay whole.
    private static SamplingKey KeyOf(IEnumerable<RangeStep> ranges) => ranges.Select(range => range.Unit).Distinct().ToList() switch
    {
        [{ Length: > 0 } column] => SamplingKey.PositionOf(column),
        var units when units.Contains(null) => SamplingKey.Position,
        _ => SamplingKey.Unknown,
    };
}
