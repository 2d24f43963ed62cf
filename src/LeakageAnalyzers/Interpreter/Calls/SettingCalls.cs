using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that train or measure a model with each of several settings, or with each pair of them: what they are given are no rows.</summary>
internal static class SettingCalls
{
    /// <summary>What is made of numbers or models that are not told apart; null where they are something else, or where nothing is trained or measured with them.</summary>
    public static ManyValue? Many(LibraryCall call, FunctionValue? selector) =>
        selector is not null && AreSettings(call, selector.Method.Parameters.FirstOrDefault()) && Each(call, selector) is var each && MakesTrials(call, selector, each) ? CollectionCalls.ForEach(call, selector, each) : null;

    /// <summary>What is made of each item and each of those that stand beside it, as two <c>from</c> clauses do; null where that is not known.</summary>
    public static AbstractValue? Grid(LibraryCall call)
    {
        if (call.Arguments[Parameters.CollectionSelector] is not FunctionValue beside || call.Arguments[Parameters.ResultSelector] is not FunctionValue { Method.Parameters: [_, _] } selector)
        {
            return null;
        }

        if (PairsOf(call, beside) is { } pairs)
        {
            return Collections.Sequence(pairs.Select((pair, i) => SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", selector, pair.Item, pair.Beside) ?? call.Unknown("a pair that is not followed")));
        }

        var each = Each(call, selector);
        each[0] = OneOf(call, call.Subject.Value) ?? each[0];
        each[1] = OneOf(call, SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#beside", beside, each[0])) ?? each[1];
        return MakesTrials(call, selector, each) ? CollectionCalls.ForEach(call, selector, each) : null;
    }

    /// <summary>Two of the numbers that <paramref name="function"/> trains or measures a model with one after the other, for what it makes of the first and the next; null where it does no such thing.</summary>
    public static SequenceValue? Two(LibraryCall call, FunctionValue function)
    {
        if (function.Method.Parameters is not [_, var item] || !AreSettings(call, item))
        {
            return null;
        }

        var each = Each(call, function);
        return MakesTrials(call, function, call.Arguments[Parameters.Seed] ?? each[0], each[1]) ? Collections.Sequence(each) : null;
    }

    // Positions may be those of rows, and numbers a column: it is what is done with them that tells.
    private static bool AreSettings(LibraryCall call, IParameterSymbol? item) => call.Subject.Value switch
    {
        RowsValue { Provenance.IsOfPositions: true } => true,
        RowsValue or UnknownValue => item?.Type is { } type && (type.IsAnonymousType || type.IsTupleType || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double || MlTypes.IsEstimator(type) || MlTypes.IsTransformer(type)),
        _ => false,
    };

    private static bool MakesTrials(LibraryCall call, FunctionValue selector, params AbstractValue[] items)
    {
        var evaluator = call.Evaluator.Trial();
        return SourceCalls.TryInvoke(evaluator, call.Operation, selector, items) is { } result && (HoldsModel(result, evaluator.State) || Measures.In(result, evaluator.State).Any());
    }

    private static bool HoldsModel(AbstractValue value, State state) => value switch
    {
        SequenceValue pair => pair.Items.Any(IsModel),
        ObjectValue made => state.MembersOf(made.Id).Any(IsModel),
        _ => IsModel(value),
    };

    private static bool IsModel(AbstractValue value) => value is TransformerValue or EstimatorValue or SplitValue;

    private static AbstractValue[] Each(LibraryCall call, FunctionValue selector)
    {
        var one = call.Evaluator.Unknown(call.Operation, "each number");
        return [.. selector.Method.Parameters.Select(parameter => parameter.Ordinal == 0 ? one : one with { Name = SymbolicId.Shorten($"{one.Name}.{parameter.Ordinal}") })];
    }

    private static AbstractValue? OneOf(LibraryCall call, AbstractValue? collection) =>
        collection is null ? null : Sequences.OneOf(Collections.ItemsOf(call.Evaluator, collection) ?? collection, SymbolicId.LoopTag("each " + call.Site));

    private static List<(AbstractValue Item, AbstractValue Beside)>? PairsOf(LibraryCall call, FunctionValue beside)
    {
        if (Collections.ItemsOf(call.Evaluator, call.Subject.Value) is not SequenceValue { Items: { Count: <= Budget.SequenceLength } items })
        {
            return null;
        }

        var pairs = new List<(AbstractValue, AbstractValue)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (Collections.ItemsOf(call.Evaluator, SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#beside{i}", beside, items[i])) is not SequenceValue { Items: var others } || pairs.Count + others.Count > Budget.SequenceLength)
            {
                return null;
            }

            pairs.AddRange(others.Select(other => (items[i], other)));
        }

        return pairs;
    }
}
