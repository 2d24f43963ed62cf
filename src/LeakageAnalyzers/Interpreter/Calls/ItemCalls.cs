using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that work on the items of collections one by one, and those that take two collections apart or together.</summary>
internal static class ItemCalls
{
    /// <summary>The items and one more; of rows, these rows and one that nothing is known of.</summary>
    public static AbstractValue Append(LibraryCall call)
    {
        var operands = call.Operands.ToList();
        if (operands.Count != 2)
        {
            return call.Unknown("nothing to append");
        }

        if (ItemsOf(call, operands[0].Value) is { } items)
        {
            return Collections.Sequence(call.Method.Name == "Prepend" ? items.Items.Prepend(operands[1].Value) : items.Items.Append(operands[1].Value));
        }

        return operands[0].Value is RowsValue rows
            ? new RowsValue(CopyCalls.Joined(call, rows.Rows, LibraryCall.RowsOf(operands[1].Operation, operands[1].Value)))
            : call.Unknown("a collection with one more item");
    }

    /// <summary>The items that are not in the other collection. Of rows these are the rest where the others were cut from them at once; else which they are depends on rows that may be those.</summary>
    public static AbstractValue Except(LibraryCall call)
    {
        var operands = call.Operands.Take(2).ToList();
        return operands.Count == 2 && ItemsOf(call, operands[0].Value) is { } all && ItemsOf(call, operands[1].Value) is { } left
            && all.Items.Concat(left.Items).All(item => item is ConstantValue)
            ? Collections.Sequence(all.Items.Where(item => !left.Items.Contains(item)).Distinct())
            : operands.Select(operand => operand.Value).OfType<StatisticValue>().FirstOrDefault() is { } chosen ? chosen
            : operands is [{ Value: RowsValue rows }, { Value: RowsValue part }] && RowWise.Rest(rows.Rows, part.Rows) is { } rest ? new RowsValue(rest.Rows with { Copies = EquatableList<Duplication>.Empty })
            : call.Unknown("items that are not in another collection");
    }

    /// <summary>Pairs of items, or what is made of them. Rows that are put beside others are still these rows.</summary>
    public static AbstractValue Zip(LibraryCall call)
    {
        var operands = call.Operands.Take(2).ToList();
        if (ItemsOf(call, operands[0].Value) is not { } first || ItemsOf(call, operands[1].Value) is not { } second)
        {
            return SettingCalls.Many(call, call.Arguments[Parameters.ResultSelector] as FunctionValue) ?? RowCalls.Cut(call, rows => rows);
        }

        var pairs = first.Items.Zip(second.Items, (a, b) => (a, b)).ToList();
        return call.Arguments[Parameters.ResultSelector] is FunctionValue selector
            ? Collections.Sequence(pairs.Select((pair, i) => SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", selector, pair.a, pair.b) ?? call.Unknown("a pair that is not followed")))
            : Collections.Sequence(pairs.Select(pair => Collections.Sequence([pair.a, pair.b])));
    }

    /// <summary>What the function makes of the seed and the first item, of that and the second item, and so on; a number that all rows went into where it is given rows.</summary>
    public static AbstractValue Fold(LibraryCall call)
    {
        if (call.Arguments[Parameters.Func] is not FunctionValue function || (ItemsOf(call, call.Subject.Value) ?? SettingCalls.Two(call, function)) is not { } items)
        {
            return StatisticCalls.Aggregate(call);
        }

        var steps = call.Arguments[Parameters.Seed] is { } seed ? items.Items.Prepend(seed).ToList() : items.Items.ToList();
        AbstractValue result = steps[0];
        for (var i = 1; i < steps.Count; i++)
        {
            result = SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", function, result, steps[i]) ?? call.Unknown("a step that is not followed");
        }

        return call.Arguments[Parameters.ResultSelector] is not { } last ? result
            : last is FunctionValue selector && SourceCalls.TryInvoke(call.Evaluator, call.Operation, call.Site + "#last", selector, result) is { } made ? made
            : call.Unknown("a result that is not followed");
    }

    /// <summary>Calls a function for each item, or once for all where they are not told apart.</summary>
    public static AbstractValue ForEach(LibraryCall call)
    {
        if (call.Operands.Select(operand => operand.Value).OfType<FunctionValue>().FirstOrDefault() is { } function)
        {
            var (operation, collection) = call.Operands.First();
            collection = Collections.RowsIn(call.Evaluator, operation, collection) ?? collection;
            if (ItemsOf(call, collection) is { } items)
            {
                for (var i = 0; i < items.Items.Count; i++)
                {
                    SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", function, items.Items[i]);
                }
            }
            else
            {
                var each = Sequences.OneOf(collection, SymbolicId.LoopTag("each " + call.Site)) ?? call.UnknownItem(collection) with { Name = "?" + call.Site };
                CollectionCalls.ForEach(call, function, each);
            }
        }

        return call.Unknown("nothing");
    }

    /// <summary>Puts what stands under a key into the variable that is given for it.</summary>
    public static AbstractValue TryGet(LibraryCall call)
    {
        // Each number of a table of statistics says what the table says, where there is one.
        var table = call.Instance as StatisticValue;
        var entry = table ?? Collections.EntryOf(call.Evaluator, call.Instance, call.Arguments[Parameters.Key] ?? ConstantValue.Null);
        if (call.Arguments.Find(Parameters.Value) is { } target)
        {
            Assignments.Assign(call.Evaluator, target.Operation.Value, entry ?? Unknown(call));
        }

        // Where nothing was put in yet, nothing is there: a cache makes what it is asked for first.
        var isEmpty = Collections.ItemsOf(call.Evaluator, call.Instance) is SequenceValue { Items.Count: 0 };
        return table is not null || (entry is null && !isEmpty) ? call.Unknown("whether there is such a key") : new ConstantValue(entry is not null);
    }

    /// <summary>Takes the first item out, where there is one, into the variable that is given for it.</summary>
    public static AbstractValue TryTake(LibraryCall call)
    {
        var items = (Collections.ItemsOf(call.Evaluator, call.Instance) as SequenceValue)?.Items;
        var isEmpty = items is { Count: 0 };
        var taken = isEmpty ? ConstantValue.Null : CollectionCalls.Take(call);
        if (call.Arguments.All is [var target, ..])
        {
            Assignments.Assign(call.Evaluator, target.Operation.Value, taken);
        }

        return items is null ? call.Unknown("whether there is an item") : new ConstantValue(!isEmpty);
    }

    /// <summary>The items that are given one by one, or as an array.</summary>
    public static AbstractValue List(LibraryCall call) => call.Arguments.All is [{ Value: SequenceValue items, Operation.Parameter.IsParams: true }]
        ? items
        : Collections.Sequence(call.Arguments.Values);

    /// <summary>A table of what is made of each item under a key; null where the items are not known.</summary>
    public static AbstractValue? Table(LibraryCall call)
    {
        if (ItemsOf(call, call.Subject.Value) is not { } items || call.Arguments[Parameters.KeySelector] is not FunctionValue key)
        {
            return null;
        }

        var table = Collections.New(call.Evaluator, call.Operation, Collections.Sequence([]));
        for (var i = 0; i < items.Items.Count; i++)
        {
            var made = call.Arguments[Parameters.ElementSelector] is FunctionValue element
                ? SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", element, items.Items[i]) ?? call.Unknown("an item that is not followed")
                : items.Items[i];
            var under = SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#key{i}", key, items.Items[i]) ?? call.Unknown("a key that is not followed");
            Collections.AddEntry(call.Evaluator, call.Operation, table, under, made);
        }

        return table;
    }

    /// <summary><paramref name="table"/>, of rows or of groups of them, as one of one entry a key.</summary>
    public static AbstractValue TableOfRows(LibraryCall call, AbstractValue table) => table is UnknownValue unknown && RowCalls.Source(call) is { } rows
        ? unknown with { OneRowPer = rows.OneRowPer ?? Keys.ColumnOf(call.Arguments[Parameters.KeySelector] as FunctionValue) ?? "" }
        : table;

    private static AbstractValue Unknown(LibraryCall call) => call.Evaluator.Unknown(call.Operation, "what stands under a key") with { Part = Accumulations.Looked(call.Instance, call.Arguments[Parameters.Key]) };

    /// <summary>What stands under a key, else what is given or made for it, which stands there from then on.</summary>
    public static AbstractValue GetOrAdd(LibraryCall call)
    {
        var key = call.Arguments[Parameters.Key] ?? ConstantValue.Null;
        if (Collections.EntryOf(call.Evaluator, call.Instance, key) is { } entry)
        {
            return entry;
        }

        var made = call.Arguments[Parameters.Value] ?? (call.Arguments[Parameters.ValueFactory] is FunctionValue factory ? SourceCalls.TryInvoke(call.Evaluator, call.Operation, factory, key) : null);
        if (made is null)
        {
            Collections.Change(call.Evaluator, call.Operation, call.Instance);
            return call.Unknown("what stands under a key");
        }

        Collections.AddEntry(call.Evaluator, call.Operation, call.Instance, key, made);
        return made;
    }

    private static SequenceValue? ItemsOf(LibraryCall call, AbstractValue collection) =>
        Collections.ItemsOf(call.Evaluator, collection) is SequenceValue { Items.Count: > 0 and <= Flow.Budget.SequenceLength } items ? items : null;
}
