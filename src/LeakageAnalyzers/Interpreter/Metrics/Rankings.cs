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
        CallKind.PickItem or CallKind.TakeItem when SortedByKey(call) is { } sorted => Best(call, sorted),
        CallKind.PickItem when CandidatesOf(call) is { } candidates => Pick(call, candidates),
        CallKind.MapRows when CandidatesOf(call) is { } candidates => Map(call, candidates),
        CallKind.Filter when CandidatesOf(call) is { } candidates => Filter(call, candidates),
        CallKind.Aggregate when CandidatesOf(call) is { } candidates => Aggregate(call, candidates),
        CallKind.Take or CallKind.Skip or CallKind.TakeLast or CallKind.SkipLast when CandidatesOf(call) is OrderedValue ordered => ordered,
        CallKind.ChangeItems when call.Row.IsSort && CandidatesOf(call) is { } candidates => SortInPlace(call, candidates),
        CallKind.Shuffle when call.Row.IsSort && Trials.TryRun(call, Parameters.KeySelector) is { } trials => trials.InOrder(call.Shown),
        CallKind.PickItem when Trials.TryRun(call, Parameters.KeySelector) is { } trials => Best(call, trials.InOrder(call.Shown)),
        CallKind.Aggregate when Trials.TryRun(call, Parameters.Selector) is { } trials => Aggregate(call, trials.Scores),
        _ => null,
    };

    /// <summary>The best of <paramref name="ordered"/> by an index that is a constant, or a score that stands between the best and the worst.</summary>
    public static AbstractValue At(Evaluator evaluator, IOperation operation, OrderedValue ordered, AbstractValue index)
    {
        if (!IsScore(operation.Type) || index is ConstantValue { Number: 0 } or FromEndValue { Count: ConstantValue { Number: 1 } })
        {
            return Best(evaluator, operation, ordered, index.Identity);
        }

        NoteTaken(evaluator, operation, ordered, index);
        return new MeasuredValue($"{ordered.Identity}[{index.Identity}]", EquatableList<Measurement>.From(ordered.By.Select(measurement => measurement with { IsSummary = true }).Distinct()));
    }

    /// <summary>Notes that of scores in their order the one at <paramref name="index"/> is taken.</summary>
    public static void NoteTaken(Evaluator evaluator, IOperation operation, OrderedValue ordered, AbstractValue index)
    {
        if (IsScore(operation.Type))
        {
            evaluator.Emit(new ScoreTaken(ordered.Place, ordered.By, index.Identity));
        }
    }

    /// <summary>Notes that the best of several goes on: of scores, that at <paramref name="position"/> of their order.</summary>
    public static void Choose(Evaluator evaluator, Place place, EquatableList<Measurement> candidates, string? position)
    {
        evaluator.Emit(new Chosen(place, candidates, Decision.Candidate) { TakesScore = position is not null });
        if (position is not null)
        {
            evaluator.Emit(new ScoreTaken(place, candidates, position));
        }
    }

    private static AbstractValue Best(LibraryCall call, OrderedValue ordered) => Best(call.Evaluator, call.Operation, ordered, call.Method.Name);

    private static AbstractValue Best(Evaluator evaluator, IOperation operation, OrderedValue ordered, string position)
    {
        if (ordered.Items is not SequenceValue { Items.Count: 1 })
        {
            Choose(evaluator, ordered.Place, ordered.By, IsScore(operation.Type) ? position : null);
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
            return Best(call, matching);
        }

        if (call.Arguments[Parameters.KeySelector] is not null && KeysOf(call, candidates) is { Count: > 0 } by)
        {
            return Best(call, new OrderedValue(candidates, call.Shown, by));
        }

        // Whoever goes through all by their number picks none.
        return candidates is not OrderedValue ordered ? null
            : call.Arguments.Find(Parameters.Index) is not { } index ? Best(call, ordered)
            : index.Operation.Value.ConstantValue.HasValue ? At(call.Evaluator, call.Operation, ordered, index.Value)
            : Sequences.ItemAt(call.Evaluator, call.Operation, ordered, index.Value);
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

        Choose(call.Evaluator, call.Shown, parts, call.Method.Name);
        return new MeasuredValue(name, parts.AsBest());
    }

    private static AbstractValue SortInPlace(LibraryCall call, AbstractValue candidates)
    {
        var by = KeysInPlace(call, candidates);
        if (by.Count == 0)
        {
            return CollectionCalls.Change(call);
        }

        var ordered = new OrderedValue(candidates is OrderedValue { Items: var items } ? items : candidates, call.Shown, by);
        if (call.Subject.Value is ObjectValue list)
        {
            Collections.SetItems(call.Evaluator, list, ordered);
        }
        else
        {
            call.Evaluator.State.Replace(call.Subject.Value, ordered);
        }

        return call.Unknown("nothing");
    }

    // By a comparison, or the scores by themselves.
    private static EquatableList<Measurement> KeysInPlace(LibraryCall call, AbstractValue candidates)
    {
        var items = ItemsOf(call.Evaluator, call.Operation, candidates).ToList();
        return call.Arguments[Parameters.Comparison] is FunctionValue comparison && items.Count > 0 ? EquatableList<Measurement>.From(Measures.In(SourceCalls.TryInvoke(call.Evaluator, call.Operation, comparison, items[0], items[items.Count - 1])))
            : call.Operands.Skip(1).Any() ? EquatableList<Measurement>.Empty
            : EquatableList<Measurement>.From(items.SelectMany(item => Measures.In(item)).Distinct());
    }

    private static EquatableList<Measurement> KeysOf(LibraryCall call, AbstractValue candidates, string selector = Parameters.KeySelector) =>
        EquatableList<Measurement>.From(ItemsOf(call.Evaluator, call.Operation, candidates)
            .Select(item => call.Arguments[selector] is null ? item : Apply(call, selector, item))
            .SelectMany(key => Measures.In(key))
            .Distinct());

    private static AbstractValue? Apply(LibraryCall call, string parameter, AbstractValue item) =>
        call.Arguments[parameter] is FunctionValue function ? SourceCalls.TryInvoke(call.Evaluator, call.Operation, function, item) : null;

    private static bool IsScore(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

    private static bool IsOfSeveral(EquatableList<Measurement> measurements) =>
        measurements.Any(one => one.IsOfEarlierIterations || measurements.Any(one.IsOfAnotherCandidateThan));
}
