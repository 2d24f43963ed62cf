using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that cut rows into train and test.</summary>
internal static class SplitCalls
{
    public static AbstractValue Split(LibraryCall call)
    {
        if (Folded(call, call.Arguments[Parameters.TestFraction]) is not { } folds)
        {
            return call.Unknown("a split of unknown rows");
        }

        var fold = folds.Fold(FoldStep.OnlyFold);
        var (atMostTrain, atMostTest) = RowCounts.OfSplit(folds.Input.AtMost, call.Arguments[Parameters.TestFraction]);
        var split = new SplitValue(fold.Train with { AtMost = atMostTrain }, fold.Test with { AtMost = atMostTest });
        call.Evaluator.Emit(new Split(call.Place, folds.Input, split.Train, split.Test, Key(call))
        {
            IsRandom = !call.Row.CutsByAnotherUnit,
            IsSeeded = call.Arguments[Parameters.Seed] is not (null or ConstantValue { Value: null }) || (call.Instance as ContextValue ?? call.Subject.Value as ContextValue) is { Seed: not "null" },
        });
        return split;
    }

    public static AbstractValue Folds(LibraryCall call)
    {
        if (Folded(call, call.Arguments[Parameters.NumberOfFolds]) is not { } folds)
        {
            return call.Unknown("a split of unknown rows");
        }

        var each = folds.Fold("each");
        call.Evaluator.Emit(new Split(call.Place, folds.Input, each.Train, each.Test, Key(call)));
        return folds;
    }

    public static AbstractValue CrossValidate(LibraryCall call)
    {
        if (Folded(call, call.Arguments[Parameters.NumberOfFolds]) is not { } folds)
        {
            return call.Unknown("a cross-validation of unknown rows");
        }

        // A nested cross-validation trains each of its candidates.
        var candidates = Collections.ItemsOf(call.Evaluator, call.Arguments[Parameters.Candidates]) switch
        {
            SequenceValue several => several.Items.OfType<EstimatorValue>(),
            ManyValue { Item: EstimatorValue one } => [one],
            _ => [],
        };
        var pipelines = candidates.Prepend(call.Arguments[Parameters.Estimator] as EstimatorValue).Select(pipeline => pipeline?.Steps).OfType<EquatableList<PipelineStep>>().DefaultIfEmpty(EquatableList<PipelineStep>.Empty);
        var validations = pipelines.Select(steps => new CrossValidated(call.Place, folds.Input, steps, Key(call)) { Branches = call.Evaluator.Activation.Branches }).ToList();
        validations.ForEach(call.Evaluator.Emit);
        var validation = validations[0];
        return new FoldResultsValue(folds, new Measurement(validation, null, call.Site));
    }

    /// <summary>The key that <paramref name="call"/> is given.</summary>
    public static SamplingKey Key(LibraryCall call) => Parameters.OfKey.Select(name => call.Arguments[name]).FirstOrDefault(value => value is not null) switch
    {
        _ when call.Row.CutsByAnotherUnit => SamplingKey.Unknown,
        null when call.Row.KeepsGroupsWhole => SamplingKey.Unknown,
        null or ConstantValue { Value: null } => SamplingKey.None,
        ConstantValue { Value: string column } => SamplingKey.By(column) with { Argument = KeyArgument(call), Seed = Seed(call) },
        _ => SamplingKey.Unknown,
    };

    // ML.NET cuts by position (or by hashed key), fraction and seed alone: two calls that agree in them cut alike.
    private static FoldListValue? Folded(LibraryCall call, AbstractValue? share)
    {
        if (call.Rows() is not { } rows)
        {
            return null;
        }

        var key = Parameters.OfKey.Select(name => call.Arguments[name]).FirstOrDefault(value => value is not null);
        var order = ((SymbolicRows)rows.Provenance).OrderId;
        var window = string.Concat(Parameters.OfWindow.Select(name => call.Arguments[name]).OfType<AbstractValue>().Select(value => $";{value.Identity}"));
        var seed = IsCutByValue(rows, key) ? "" : Seed(call);
        return new FoldListValue($"{call.Method.Name}({order};{share?.Identity};{seed};{key?.Identity}{window})", rows);
    }

    // The values of a key that is a number are cut where they stand, whatever the seed.
    private static bool IsCutByValue(RowSet rows, AbstractValue? key) => key is ConstantValue { Value: string column } && rows.Schema.Find(column)?.Type is ColumnType.Real or ColumnType.Key;

    private static Place? KeyArgument(LibraryCall call) =>
        call.Arguments.Find(Parameters.SamplingKeyColumnName) is { Operation: { IsImplicit: false } argument } ? Places.Of(argument) : null;

    // Without a seed of its own a split takes that of its context.
    private static string Seed(LibraryCall call) => call.Arguments[Parameters.Seed] switch
    {
        null or ConstantValue { Value: null } => (call.Instance as ContextValue)?.Seed ?? call.Instance?.Identity ?? "null",
        var given => given.Identity,
    };
}
