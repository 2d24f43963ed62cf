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

        EmitRowWiseSplit(call, rows);
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

    // Take and Skip, or a condition on chance and its opposite, become a split once what the one left is trained on and what the other left is tested.
    private static void EmitRowWiseSplit(LibraryCall call, RowSet tested)
    {
        if (tested is { Cut: { } cut, ScoredBy.TrainedOn: { Cut: not null } trained }
            && ((SymbolicRows)tested.Provenance).RowWiseCutsFrom((SymbolicRows)trained.Provenance) is { Count: > 0 } cuts)
        {
            call.Evaluator.Emit(new Split(cut.Place, tested with { Name = cut.Input }, trained, tested, KeyOf(cuts)));
        }
    }

    // Groups that are cut by their position stay whole, and so do those that chance decides on.
    private static SamplingKey KeyOf(IReadOnlyList<RowStep> cuts)
    {
        var isByChance = cuts.Any(cut => cut is FilterStep { IsByChance: true });
        return cuts.Select(cut => cut.Unit).Distinct().ToList() switch
        {
            [{ Length: > 0 } column] when !isByChance => SamplingKey.PositionOf(column),
            var units when units.Contains(null) => isByChance ? SamplingKey.Chance : SamplingKey.Position,
            _ => SamplingKey.Unknown,
        };
    }
}
