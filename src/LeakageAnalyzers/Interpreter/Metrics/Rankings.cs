using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Collections of candidates with their metrics: put in order, searched for the best, averaged.</summary>
internal static class Rankings
{
    /// <summary>The result of a call on a collection that metrics stand in; null where it is another, or where nothing but what is known of all collections is known of it.</summary>
    public static AbstractValue? TryEvaluate(LibraryCall call) => call.Row.Kind switch
    {
        CallKind.Shuffle when call.Row.IsSort && CandidatesOf(call) is { } candidates => Sort(call, candidates),
        CallKind.PickItem or CallKind.TakeItem when SortedByKey(call) is { } sorted => Best(call.Evaluator, call.Operation, sorted),
        CallKind.PickItem when CandidatesOf(call) is { } candidates => Pick(call, candidates),
        CallKind.MapRows when CandidatesOf(call) is { } candidates => Map(call, candidates),
        CallKind.Filter when CandidatesOf(call) is { } candidates => Filter(call, candidates),
        CallKind.Aggregate when CandidatesOf(call) is { } candidates => Aggregate(call, candidates),
        CallKind.Take or CallKind.Skip when CandidatesOf(call) is OrderedValue ordered => ordered,
        CallKind.ChangeItems when call.Arguments[Parameters.Comparison] is FunctionValue comparison && CandidatesOf(call) is { } candidates => SortInPlace(call, comparison, candidates),
        CallKind.Shuffle when call.Row.IsSort && Trials.TryRun(call, Parameters.KeySelector) is { } trials => trials.InOrder(call.Shown),
        CallKind.PickItem when Trials.TryRun(call, Parameters.KeySelector) is { } trials => Best(call.Evaluator, call.Operation, trials.InOrder(call.Shown)),
        CallKind.Aggregate when Trials.TryRun(call, Parameters.Selector) is { } trials => Aggregate(call, trials.Scores),
        _ => null,
    };

    /// <summary>The best of <paramref name="ordered"/>, by a call or an index.</summary>
    public static AbstractValue Best(Evaluator evaluator, IOperation operation, OrderedValue ordered)
    {
        if (ordered.Items is not SequenceValue { Items.Count: 1 })
        {
            evaluator.Emit(new Chosen(ordered.Place, ordered.By, Decision.Candidate));
        }

        var items = ItemsOf(evaluator, operation, ordered.Items).Distinct().ToList();
        var name = "best " + evaluator.Site(operation);
        return items switch
        {
            [FoldResultValue fold] => fold with { Measurement = fold.Measurement with { IsBest = true } },
            [not MeasuredValue] => items[0],
            [] => OneOfSeveral.Measured(items, name, evaluator.State),
            _ => OneOfSeveral.Of(items, name, evaluator.State) ?? OneOfSeveral.Measured(items, name, evaluator.State),
        };
    }

    private static AbstractValue? CandidatesOf(LibraryCall call)
    {
        if (!call.Operands.Any())
        {
            return null;
        }

        var subject = call.Subject.Value;
        var items = Collections.ItemsOf(call.Evaluator, subject) ?? subject;
        return items is OrderedValue || (items is SequenceValue or ManyValue or MeasuredValue or FoldResultsValue && Measures.In(items, call.Evaluator.State).Any()) ? items : null;
    }

    // Collections that keep their entries in the order of the keys put candidates in order where the keys are scores.
    private static OrderedValue? SortedByKey(LibraryCall call)
    {
        if (!call.Operands.Any() || Catalog.KeyOfSorted(PassThrough.Unconverted(call.Subject.Operation).Type) is not { } key || Collections.ItemsOf(call.Evaluator, call.Subject.Value) is not SequenceValue entries)
        {
            return null;
        }

        var by = EquatableList<Measurement>.From(entries.Items.OfType<SequenceValue>().Where(entry => entry.Items.Count == 2).SelectMany(entry => Measures.In(entry.Items[key])).Distinct());
        return IsOfSeveral(by) ? new OrderedValue(entries, call.Shown, by) : null;
    }

    // Of many items that look alike one stands for all.
    private static IEnumerable<AbstractValue> ItemsOf(Evaluator evaluator, IOperation operation, AbstractValue candidates) => candidates switch
    {
        SequenceValue sequence => sequence.Items,
        OrderedValue ordered => ItemsOf(evaluator, operation, ordered.Items),
        MeasuredValue => [candidates],
        _ => Sequences.OneOf(candidates, "each " + evaluator.Site(operation)) is { } one ? [one] : [],
    };

    private static AbstractValue? Sort(LibraryCall call, AbstractValue candidates)
    {
        if (candidates is OrderedValue)
        {
            return candidates;
        }

        var by = KeysOf(call, candidates);
        return by.Count == 0 ? null : new OrderedValue(candidates, call.Shown, by);
    }

    private static AbstractValue? Pick(LibraryCall call, AbstractValue candidates)
    {
        if (call.Arguments[Parameters.Predicate] is FunctionValue && Filter(call, candidates) is OrderedValue matching)
        {
            return Best(call.Evaluator, call.Operation, matching);
        }

        if (call.Arguments[Parameters.KeySelector] is not null && KeysOf(call, candidates) is { Count: > 0 } by)
        {
            return Best(call.Evaluator, call.Operation, new OrderedValue(candidates, call.Shown, by));
        }

        // Whoever goes through all by their number picks none.
        return candidates is not OrderedValue ordered ? null
            : call.Arguments.Find(Parameters.Index) is { Operation.Value.ConstantValue.HasValue: false } index ? Sequences.ItemAt(call.Evaluator, call.Operation, ordered, index.Value)
            : Best(call.Evaluator, call.Operation, ordered);
    }

    private static AbstractValue? Map(LibraryCall call, AbstractValue candidates)
    {
        if (candidates is OrderedValue ordered)
        {
            return Map(call, ordered.Items) is { } mapped ? ordered with { Items = mapped } : null;
        }

        var results = ItemsOf(call.Evaluator, call.Operation, candidates).Select(item => Apply(call, "selector", item)).ToList();
        return results switch
        {
            _ when results.Contains(null) => null,
            _ when candidates is SequenceValue => Collections.Sequence(results!),
            [MeasuredValue measured] => measured,
            [{ } one] => new ManyValue(one),
            _ => null,
        };
    }

    // The candidates whose metrics are as good as another's.
    private static AbstractValue? Filter(LibraryCall call, AbstractValue candidates)
    {
        var compared = ItemsOf(call.Evaluator, call.Operation, candidates).Select(item => Apply(call, "predicate", item)).OfType<ComparedValue>().FirstOrDefault();
        return compared is not null ? new OrderedValue(candidates, compared.Place, compared.Measurements)
            : candidates is SequenceValue ? null
            : candidates;
    }

    private static MeasuredValue? Aggregate(LibraryCall call, AbstractValue candidates) =>
        KeysOf(call, candidates, Parameters.Selector) is { Count: > 0 } scores ? Aggregate(call, scores) : null;

    private static MeasuredValue Aggregate(LibraryCall call, EquatableList<Measurement> scores)
    {
        var parts = EquatableList<Measurement>.From(scores.Select(measurement => measurement with { IsSummary = true }).Distinct());
        var name = "aggregate " + call.Site;
        if (Catalog.ComparisonOf(call.Method) != ComparisonMeaning.Better || !IsOfSeveral(parts))
        {
            return new MeasuredValue(name, parts);
        }

        call.Evaluator.Emit(new Chosen(call.Shown, parts, Decision.Candidate));
        return new MeasuredValue(name, parts.AsBest());
    }

    private static AbstractValue SortInPlace(LibraryCall call, FunctionValue comparison, AbstractValue candidates)
    {
        var items = ItemsOf(call.Evaluator, call.Operation, candidates).ToList();
        var by = EquatableList<Measurement>.From(Measures.In(SourceCalls.TryInvoke(call.Evaluator, call.Operation, comparison, items[0], items[items.Count - 1])));
        if (by.Count == 0)
        {
            Collections.Change(call.Evaluator, call.Operation, call.Instance);
        }
        else if (call.Instance is ObjectValue list)
        {
            Collections.SetItems(call.Evaluator, list, new OrderedValue(candidates, call.Shown, by));
        }
        else
        {
            call.Evaluator.State.Replace(call.Instance!, new OrderedValue(candidates, call.Shown, by));
        }

        return call.Unknown("nothing");
    }

    private static EquatableList<Measurement> KeysOf(LibraryCall call, AbstractValue candidates, string selector = Parameters.KeySelector) =>
        EquatableList<Measurement>.From(ItemsOf(call.Evaluator, call.Operation, candidates)
            .Select(item => call.Arguments[selector] is null ? item : Apply(call, selector, item))
            .SelectMany(key => Measures.In(key))
            .Distinct());

    private static AbstractValue? Apply(LibraryCall call, string parameter, AbstractValue item) =>
        call.Arguments[parameter] is FunctionValue function ? SourceCalls.TryInvoke(call.Evaluator, call.Operation, function, item) : null;

    private static bool IsOfSeveral(EquatableList<Measurement> measurements) =>
        measurements.Any(one => one.IsOfEarlierIterations || measurements.Any(one.IsOfAnotherCandidateThan));
}
