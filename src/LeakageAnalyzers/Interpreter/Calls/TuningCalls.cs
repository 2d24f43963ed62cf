using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Rows that decide something about a model that is trained on others.</summary>
internal static class TuningCalls
{
    /// <summary>The validation rows of a fit or of a trainer, or the rows that a calibrator learns from.</summary>
    public static void OfFit(LibraryCall call, FittedModel model)
    {
        if (model.ValidatedOn is { } validation && call.Arguments.Find(Parameters.ValidationData) is { } argument)
        {
            Emit(call, Places.Of(argument.Operation.Value), validation, TuningPurpose.Validation, model);
        }

        foreach (var own in model.Steps.Select(step => step.Validation).OfType<ValidationRows>())
        {
            Emit(call, own.Place, own.Rows, TuningPurpose.Validation, model);
        }

        // A calibrator behind a trainer learns from what the trainer learns from.
        if (!model.HasTrainer && model.Steps.Any(step => step.Class == StepClass.Calibrator) && call.Arguments.All.Count > 0)
        {
            Emit(call, Places.Of(call.Arguments.All[0].Operation.Value), model.TrainedOn, TuningPurpose.Calibration, model);
        }
    }

    /// <summary>Columns that a step reads because of what rows say of them.</summary>
    public static void OfStep(LibraryCall call)
    {
        foreach (var (argument, value) in call.Arguments.All.Where(argument => argument.Operation.Parameter is { } parameter && Parameters.OfInputs.Contains(parameter.Name)))
        {
            foreach (var model in value is StatisticValue statistic ? statistic.LearnedFrom : EquatableList<FittedModel>.Empty)
            {
                Emit(call, Places.Of(argument.Value), model.TrainedOn, TuningPurpose.FeatureChoice, null);
            }
        }
    }

    /// <summary>The validation rows of a search, where the argument for <paramref name="parameter"/> names some.</summary>
    public static void OfSearch(LibraryCall call, string parameter)
    {
        if (call.Arguments.Find(parameter) is { } argument && call.Rows(parameter) is { } rows)
        {
            Search(call, argument.Operation, rows);
        }
    }

    /// <summary>The validation <paramref name="rows"/> of a search, which <paramref name="argument"/> names.</summary>
    public static void Search(LibraryCall call, IArgumentOperation argument, RowSet rows) => Emit(call, Places.Of(argument.Value), rows, TuningPurpose.Search, null);

    /// <summary>A model with another threshold: what the threshold was computed from decided about it.</summary>
    public static AbstractValue Threshold(LibraryCall call)
    {
        if (call.Arguments.Find(Parameters.Threshold) is { } threshold)
        {
            var rows = Measures.In(threshold.Value).Select(measurement => measurement.Rows)
                .Concat(threshold.Value is StatisticValue statistic ? statistic.LearnedFrom.Select(model => model.TrainedOn) : []);
            foreach (var seen in rows.Distinct())
            {
                Emit(call, Places.Of(threshold.Operation.Value), seen, TuningPurpose.Threshold, null);
            }
        }

        return call.Subject.Value;
    }

    private static void Emit(LibraryCall call, Place place, RowSet rows, TuningPurpose purpose, FittedModel? model) =>
        call.Evaluator.Emit(new Tuned(place, rows, purpose, model) { Branches = call.Evaluator.Activation.Branches });
}
