using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Searches for the best pipeline, as AutoML does.</summary>
internal static class SearchCalls
{
    // Under these names the rows that a search was told stand with it until it runs.
    private const string TrainRows = "train rows";
    private const string ValidationRows = "validation rows";

    /// <summary>A search in the rows that the call names. One that is given no validation rows cuts its own.</summary>
    public static AbstractValue Search(LibraryCall call)
    {
        TuningCalls.OfSearch(call, "validationData");
        var cutsItsOwn = call.Arguments["validationData"] is null;
        if ((cutsItsOwn ? call.Rows() : call.Rows("validationData")) is not { } tested)
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
    public static AbstractValue Create(LibraryCall call) => new ObjectValue("new " + call.Site);

    /// <summary>Tells a search its rows: train and validation rows, both parts of a split, or rows that it cuts into folds itself.</summary>
    public static AbstractValue SetRows(LibraryCall call)
    {
        var split = call.Arguments["trainValidationSplit"] as SplitValue;
        if (call.Arguments.Find("trainValidationSplit") is { } argument && split is not null)
        {
            TuningCalls.Search(call, argument.Operation, split.Test);
        }

        TuningCalls.OfSearch(call, "validation");
        var all = call.Rows("dataset");
        if (all is not null)
        {
            call.Evaluator.Emit(Validated(call, all));
        }

        Note(call, TrainRows, split?.Train ?? all ?? call.Rows("train"));
        Note(call, ValidationRows, split?.Test ?? call.Rows("validation"));
        return call.Operands.First().Value;
    }

    /// <summary>What a search found in the rows that it was told.</summary>
    public static AbstractValue Run(LibraryCall call)
    {
        var train = Noted(call, TrainRows);
        var validation = Noted(call, ValidationRows);
        return (validation ?? train) is { } tested ? Found(call, train, tested, validation) : call.Unknown("what a search found in unknown rows");
    }

    private static void Note(LibraryCall call, string name, RowSet? rows) =>
        call.Evaluator.State.SetMember(call.Operands.First().Value.Identity, name, rows is null ? call.Unknown("rows that are not known") : new RowsValue(rows));

    private static RowSet? Noted(LibraryCall call, string name) => (call.Evaluator.State.Member(call.Instance?.Identity ?? "", name) as RowsValue)?.Rows;

    private static CrossValidated Validated(LibraryCall call, RowSet rows) =>
        new(call.Place, rows, EquatableList<PipelineStep>.Empty, call.Row.IgnoresSamplingKey ? SamplingKey.Ignored : SplitCalls.Key(call));

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
