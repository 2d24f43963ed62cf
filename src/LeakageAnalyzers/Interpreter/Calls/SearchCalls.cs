using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Searches for the best pipeline, as AutoML does.</summary>
internal static class SearchCalls
{
    /// <summary>A search in the rows that the call names. One that is given no validation rows cuts its own.</summary>
    public static AbstractValue Search(LibraryCall call)
    {
        TuningCalls.OfSearch(call, Parameters.ValidationData);
        var cutsItsOwn = call.Arguments[Parameters.ValidationData] is null;
        if ((cutsItsOwn ? call.Rows() : call.Rows(Parameters.ValidationData)) is not { } tested)
        {
            return call.Unknown("what a search found in unknown rows");
        }

        if (cutsItsOwn)
        {
            call.Evaluator.Emit(Validated(call, tested));
        }

        return Found(call, call.Rows(), tested, cutsItsOwn ? null : tested);
    }

    /// <summary>A search that is told its rows later.</summary>
    public static AbstractValue Create(LibraryCall call) => new SearchValue("new " + call.Site);

    /// <summary>Tells a search its rows: train and validation rows, both parts of a split, or rows that it cuts into folds itself.</summary>
    public static AbstractValue SetRows(LibraryCall call)
    {
        var split = call.Arguments[Parameters.TrainValidationSplit] as SplitValue;
        if (call.Arguments.Find(Parameters.TrainValidationSplit) is { } argument && split is not null)
        {
            TuningCalls.Search(call, argument.Operation, split.Test);
        }

        TuningCalls.OfSearch(call, Parameters.Validation);
        var all = call.Rows(Parameters.Dataset);
        if (all is not null)
        {
            call.Evaluator.Emit(Validated(call, all));
        }

        // Whoever has the search has it with these rows.
        var search = call.Operands.First().Value;
        var told = new SearchValue(search.Identity) { Train = split?.Train ?? all ?? call.Rows(Parameters.Train), Validation = split?.Test ?? call.Rows(Parameters.Validation) };
        if (search is SearchValue or UnknownValue)
        {
            call.Evaluator.State.Replace(search, told);
        }

        return told;
    }

    /// <summary>What a search found in the rows that it was told.</summary>
    public static AbstractValue Run(LibraryCall call) => call.Instance is SearchValue { Train: var train, Validation: var validation } && (validation ?? train) is { } tested
        ? Found(call, train, tested, validation)
        : call.Unknown("what a search found in unknown rows");

    private static CrossValidated Validated(LibraryCall call, RowSet rows) =>
        new(call.Place, rows, EquatableList<PipelineStep>.Empty, call.Row.IgnoresSamplingKey ? SamplingKey.Ignored : SplitCalls.Key(call)) { IsSearch = true };

    // A search is a choice by itself, and what it says of what it found is the score of the best.
    private static MeasuredValue Found(LibraryCall call, RowSet? train, RowSet tested, RowSet? validation)
    {
        var best = EquatableList<Measurement>.From([new Measurement(Validated(call, tested), null, call.Site) { IsBest = true }]);
        call.Evaluator.Emit(new Chosen(call.Place, best, Decision.Candidate));

        // Which steps the best model has is not known; what it was trained on is.
        var step = new PipelineStep(call.Method.Name, StepClass.Trainer, call.Task, EquatableList<string>.Empty, EquatableList<string>.Empty, null, call.Place);
        return new MeasuredValue("found by " + call.Site, best)
        {
            Found = train is null ? null : new FittedModel("found by " + call.Site, EquatableList<PipelineStep>.From([step]), train, validation, call.Place),
        };
    }
}
