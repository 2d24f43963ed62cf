namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>Rows: a data view, or a collection of row objects that becomes one.</summary>
internal sealed record RowsValue(RowSet Rows) : AbstractValue
{
    public SymbolicRows Provenance => (SymbolicRows)Rows.Provenance;

    /// <summary>The groups that these rows stand in, where each can be had by itself; else null.</summary>
    public PartsValue? Groups { get; init; }

    /// <summary>What was made of each group of rows, where these are what groups were summed up to; else null.</summary>
    public SummaryValue? Summary { get; init; }

    /// <summary>The member of the rows whose values these are, row by row; null where they are the rows themselves.</summary>
    public string? Member { get; init; }

    public override string Identity => Provenance.OrderId;

    /// <summary>Whether these rows are <paramref name="before"/> and copies of rows.</summary>
    public bool HasCopiesBeside(RowsValue before) =>
        Rows.Copies.Count > before.Rows.Copies.Count && before.Rows.Copies.All(Rows.Copies.Contains) && before.Provenance.Paths.All(Provenance.Paths.Contains)
        && Rows.LearnedFrom.Equals(before.Rows.LearnedFrom) && Equals(Rows.ScoredBy, before.Rows.ScoredBy);

    /// <summary>Whether these are <paramref name="before"/> after something that was learned has been written into them.</summary>
    public bool IsWritten(RowsValue before) =>
        Rows.LearnedFrom.Count > before.Rows.LearnedFrom.Count && before.Rows.LearnedFrom.All(Rows.LearnedFrom.Contains) && (Rows with { LearnedFrom = before.Rows.LearnedFrom }).Equals(before.Rows);

    /// <summary>The one of <paramref name="values"/> that holds all others, where they are a list that a loop puts what several models scored into, after one iteration and after more; else null.</summary>
    public static RowsValue? Fullest(IReadOnlyCollection<AbstractValue> values) =>
        values.OfType<RowsValue>().FirstOrDefault(fullest => fullest.Rows.Pooled.Count > 0 && values.All(value => value is RowsValue rows && fullest.HoldsScoresOf(rows)));

    private bool HoldsScoresOf(RowsValue other) => other.Provenance.Paths.All(Provenance.Paths.Contains)
        && (other.Rows.Pooled.Count > 0 ? other.Rows.Pooled.All(Rows.Pooled.Contains) : other.Rows.ScoredBy is { } model && Rows.Pooled.Any(part => Equals(part.ScoredBy, model)));

    public RowsValue With(SymbolicRows provenance) => new(Rows with { Provenance = provenance });

    public override AbstractValue StartOver(string loop)
    {
        var (rows, groups, summary) = (Rows.StartOver(loop), (PartsValue?)Groups?.StartOver(loop), (SummaryValue?)Summary?.StartOver(loop));
        return ReferenceEquals(rows, Rows) && ReferenceEquals(groups, Groups) && ReferenceEquals(summary, Summary) ? this : this with { Rows = rows, Groups = groups, Summary = summary };
    }
}

/// <summary>A pair of train and test rows.</summary>
internal sealed record SplitValue(RowSet Train, RowSet Test) : AbstractValue
{
    public override string Identity => Train.Provenance + "|" + Test.Provenance;

    public override AbstractValue StartOver(string loop)
    {
        var (train, test) = (Train.StartOver(loop), Test.StartOver(loop));
        return ReferenceEquals(train, Train) && ReferenceEquals(test, Test) ? this : new SplitValue(train, test);
    }
}

/// <summary>The folds of a cross-validation split: a list of pairs.</summary>
internal sealed record FoldListValue(string SplitId, RowSet Input) : AbstractValue
{
    public override string Identity => SplitId;

    /// <summary>The pair of one fold.</summary>
    public SplitValue Fold(string fold) => new(Part(fold, isTest: false), Part(fold, isTest: true));

    public override AbstractValue StartOver(string loop)
    {
        var (id, input) = (SymbolicId.StartOver(SplitId, loop), Input.StartOver(loop));
        return id == SplitId && ReferenceEquals(input, Input) ? this : new FoldListValue(id, input);
    }

    private RowSet Part(string fold, bool isTest) =>
        Input with { Provenance = ((SymbolicRows)Input.Provenance).Then(new FoldStep(SplitId, fold, isTest)), AtMost = null };
}

/// <summary>An estimator: the steps of a pipeline.</summary>
internal sealed record EstimatorValue(EquatableList<PipelineStep> Steps) : AbstractValue
{
    public override string Identity => "estimator:" + string.Join(".", Steps.Select(step => step.Name + step.Place.Start));

    public override AbstractValue StartOver(string loop)
    {
        var steps = Steps.Map(step => step.Validation is { } validation && validation.Rows.StartOver(loop) is var rows && !ReferenceEquals(rows, validation.Rows)
            ? step with { Validation = validation with { Rows = rows } }
            : step);
        return ReferenceEquals(steps, Steps) ? this : new EstimatorValue(steps);
    }
}

/// <summary>A chain of fitted transformers, applied first one first.</summary>
internal sealed record TransformerValue(EquatableList<FittedModel> Models) : AbstractValue
{
    public override string Identity => "transformer:" + string.Join(".", Models.Select(model => model.Id));

    public override AbstractValue StartOver(string loop)
    {
        var models = Models.Map(model => model.StartOver(loop));
        return ReferenceEquals(models, Models) ? this : new TransformerValue(models);
    }
}

/// <summary>The result of a cross-validation: a list of fold results.</summary>
/// <param name="Folds">The folds.</param>
/// <param name="Measurement">What the cross-validation measured.</param>
internal sealed record FoldResultsValue(FoldListValue Folds, Measurement Measurement) : AbstractValue
{
    public override string Identity => "cv:" + Folds.Identity;

    /// <summary>The result of one fold.</summary>
    public FoldResultValue Fold(string fold)
    {
        var split = Folds.Fold(fold);
        var validation = (CrossValidated)Measurement.Evaluation;
        var model = new FittedModel($"{Identity}[{fold}]", validation.Steps, split.Train, null, validation.Place);
        return new FoldResultValue(new TransformerValue(EquatableList<FittedModel>.From([model])), split.Test.TransformedBy(model), Measurement);
    }

    public override AbstractValue StartOver(string loop) => new FoldResultsValue((FoldListValue)Folds.StartOver(loop), Measurement.StartOver(loop));
}

/// <summary>The result of one fold of a cross-validation: its model, its held-out rows as that model scored them, and what was measured.</summary>
internal sealed record FoldResultValue(TransformerValue Model, RowSet ScoredTest, Measurement Measurement) : AbstractValue
{
    public override string Identity => "fold:" + Model.Identity;

    public override AbstractValue StartOver(string loop) =>
        new FoldResultValue((TransformerValue)Model.StartOver(loop), ScoredTest.StartOver(loop), Measurement.StartOver(loop));
}

/// <summary>A search for the best pipeline that is told its rows before it runs.</summary>
/// <param name="Id">Equal ids are one search.</param>
internal sealed record SearchValue(string Id) : AbstractValue
{
    /// <summary>The rows that the candidates are trained on; null where it was told none that are known.</summary>
    public RowSet? Train { get; init; }

    /// <summary>The rows that they are compared on; null where it cuts its own.</summary>
    public RowSet? Validation { get; init; }

    public override string Identity => Id;

    public override AbstractValue StartOver(string loop) => new SearchValue(SymbolicId.StartOver(Id, loop)) { Train = Train?.StartOver(loop), Validation = Validation?.StartOver(loop) };
}

/// <summary>Something that loads rows from a source that is named when it is asked to.</summary>
internal sealed record LoaderValue(RowSchema Schema) : AbstractValue
{
    public override string Identity => "a loader";
}

/// <summary>A column as a loader's options describe it.</summary>
internal sealed record ColumnValue(Column Column) : AbstractValue
{
    /// <summary>The type of the member of a row class that it is; null where it is none.</summary>
    public ITypeSymbol? Member { get; init; }

    public bool Equals(ColumnValue? other) => other is not null && Column.Equals(other.Column) && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override int GetHashCode() => Column.GetHashCode();

    public override string Identity => Column.Name;
}

/// <summary>How the vocabulary's records age when a loop starts over.</summary>
internal static class StartOverExtensions
{
    public static RowSet StartOver(this RowSet rows, string loop) => rows.StartOver(loop, rows.LearnedFrom.Count == 0 && rows.ScoredBy is null && rows.Pooled.Count == 0 ? null : []);

    public static FittedModel StartOver(this FittedModel model, string loop) => model.StartOver(loop, []);

    private static RowSet StartOver(this RowSet rows, string loop, Dictionary<FittedModel, FittedModel>? older)
    {
        var aged = (
            Provenance: ((SymbolicRows)rows.Provenance).StartOver(loop),
            LearnedFrom: rows.LearnedFrom.Map(model => model.StartOver(loop, older)),
            ScoredBy: rows.ScoredBy?.StartOver(loop, older),
            Pooled: rows.Pooled.Map(part => part.StartOver(loop, older)),
            Draw: rows.Draw is null ? null : SymbolicId.StartOver(rows.Draw.Id, loop),
            Collection: rows.Collection is null ? null : SymbolicId.StartOver(rows.Collection, loop),
            View: rows.View is null ? null : SymbolicId.StartOver(rows.View.Collection, loop));
        var isSame = ReferenceEquals(aged.Provenance, rows.Provenance) && ReferenceEquals(aged.LearnedFrom, rows.LearnedFrom) && ReferenceEquals(aged.ScoredBy, rows.ScoredBy) && ReferenceEquals(aged.Pooled, rows.Pooled)
            && aged.Draw == rows.Draw?.Id && aged.Collection == rows.Collection && aged.View == rows.View?.Collection;
        return isSame ? rows : rows with
        {
            Provenance = aged.Provenance,
            LearnedFrom = aged.LearnedFrom,
            ScoredBy = aged.ScoredBy,
            Pooled = ReferenceEquals(aged.Pooled, rows.Pooled) ? rows.Pooled : EquatableList<RowSet>.From(aged.Pooled.Distinct()),
            Draw = rows.Draw is { } draw ? draw with { Id = aged.Draw! } : null,
            Collection = aged.Collection,
            View = rows.View is { } view ? view with { Collection = aged.View! } : null,
        };
    }

    // Each fit is in the history of all that came after it: it ages once.
    private static FittedModel StartOver(this FittedModel model, string loop, Dictionary<FittedModel, FittedModel>? older)
    {
        older ??= [];
        if (older.TryGetValue(model, out var aged))
        {
            return aged;
        }

        var (id, trained, validated) = (SymbolicId.StartOver(model.Id, loop), model.TrainedOn.StartOver(loop, older), model.ValidatedOn?.StartOver(loop, older));
        return older[model] = id == model.Id && ReferenceEquals(trained, model.TrainedOn) && ReferenceEquals(validated, model.ValidatedOn)
            ? model
            : model with { Id = id, TrainedOn = trained, ValidatedOn = validated };
    }
}
