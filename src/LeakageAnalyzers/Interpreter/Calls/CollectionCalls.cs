using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>The same calls on collections that are no rows: lists of trainers, folds, results of folds.</summary>
internal static class CollectionCalls
{
    /// <summary>Whether <paramref name="value"/> is a collection of which the items matter by themselves.</summary>
    public static bool HasKnownItems(LibraryCall call, AbstractValue value) => Collections.ItemsOf(call.Evaluator, value) is SequenceValue { Items.Count: > 0 } items && items.Items.Any(item => item is not UnknownValue);

    /// <summary>Some of the items, in some order: which ones is known only where all items are alike.</summary>
    public static AbstractValue Part(LibraryCall call) => call.Subject.Value switch
    {
        PartsValue parts when call.Row.Kind == CallKind.Skip && call.Arguments[Parameters.Count] is ConstantValue { Number: 1 } => new OtherPartsValue(parts, new ConstantValue(0).Identity),
        PartsValue parts when call.Row.Kind != CallKind.Shuffle => new SomePartsValue(parts, call.Site),
        var folds and (FoldListValue or FoldResultsValue or PartsValue or SomePartsValue or ManyValue) => folds,
        _ => call.Unknown("a part of a collection"),
    };

    /// <summary>A list or an array of the same items. Objects that may be rows stay the collection they are known by.</summary>
    public static AbstractValue Copy(LibraryCall call, AbstractValue collection)
    {
        if (Collections.ItemsOf(call.Evaluator, collection) is not SequenceValue items || items.Items.All(item => item is ObjectValue))
        {
            return collection;
        }

        return call.Method.ReturnType is IArrayTypeSymbol ? items : Collections.New(call.Evaluator, call.Operation, items);
    }

    /// <summary>What the selector makes of the items.</summary>
    public static AbstractValue Map(LibraryCall call)
    {
        var collection = call.Subject.Value;
        if (call.Arguments[Parameters.Selector] is not FunctionValue selector)
        {
            return SettingCalls.Grid(call) ?? call.Unknown("a mapping that is not known");
        }

        if (Collections.ItemsOf(call.Evaluator, collection) is SequenceValue items && items.Items.Count <= Budget.SequenceLength)
        {
            var mapped = items.Items.Select((item, i) => SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", selector, item, new ConstantValue(i)) ?? call.Unknown("a mapping that is not followed")).ToList();
            return call.Row.Kind != CallKind.ExpandRows ? Collections.Sequence(mapped)
                : mapped.TrueForAll(part => part is SequenceValue) ? Collections.Sequence(mapped.Cast<SequenceValue>().SelectMany(part => part.Items))
                : call.Unknown("the items of several collections");
        }

        // The parts one after the other are the rows themselves.
        if (collection is PartsValue or OtherPartsValue && call.Row.Kind == CallKind.ExpandRows && IsIdentity(selector))
        {
            return collection is OtherPartsValue others ? others.Rows : new RowsValue(((PartsValue)collection).Input);
        }

        if (collection is ManyValue many)
        {
            return (AbstractValue?)ForEach(call, selector, many.Item) ?? call.Unknown("a mapping that is not followed");
        }

        // Which of them an item is made of is another matter each time one is picked.
        var tag = SymbolicId.LoopTag("each " + call.Site);
        return Sequences.OneOf(collection, tag) is not { } one || SourceCalls.TryInvoke(call.Evaluator, call.Operation, selector, one) is not { } result
            ? call.Unknown("a mapping of something that is not known")

            // The rows that are made of each fold, one after the other: those that the fold's model scored, for one.
            : collection is FoldListValue && result is RowsValue && call.Row.Kind == CallKind.ExpandRows ? result
            : new ManyValue(result.StartOver("each " + call.Site));
    }

    private static bool IsIdentity(FunctionValue selector) => selector is { Result: { } result, Method.Parameters: [var parameter] }
        && PassThrough.Unconverted(result) is IParameterReferenceOperation { Parameter: var returned } && SymbolEqualityComparer.Default.Equals(parameter, returned);

    /// <summary>What <paramref name="function"/> makes of many items, or pairs, that all look like <paramref name="items"/>: as in a loop, each time something of its own. Null where it is not followed.</summary>
    public static ManyValue? ForEach(LibraryCall call, FunctionValue function, params AbstractValue[] items)
    {
        var loop = "each " + call.Site;
        var tag = SymbolicId.LoopTag(loop);

        // Which of them it is, is another matter each time: what is cut by it is so too.
        var each = Array.ConvertAll(items, item => item is UnknownValue one ? one with { Name = SymbolicId.Shorten(one.Name + tag) } : item);
        if (SourceCalls.TryInvoke(call.Evaluator, call.Operation, call.Site + tag, function, each) is not { } result)
        {
            return null;
        }

        var made = result.StartOver(loop);
        call.Evaluator.State.ReplaceWith(call.Evaluator.State.StartOver(loop, made));
        return made is ManyValue inner && call.Row.Kind == CallKind.ExpandRows && call.Arguments[Parameters.ResultSelector] is null ? inner : new ManyValue(made);
    }

    /// <summary>The items that the predicate holds for, where that is known of each.</summary>
    public static AbstractValue Filter(LibraryCall call)
    {
        if (Collections.ItemsOf(call.Evaluator, call.Subject.Value) is not SequenceValue items || call.Arguments[Parameters.Predicate] is not FunctionValue predicate)
        {
            return Part(call);
        }

        var kept = new List<AbstractValue>();
        foreach (var item in items.Items)
        {
            switch (SourceCalls.TryInvoke(call.Evaluator, call.Operation, predicate, item))
            {
                case ConstantValue { Value: true }:
                    kept.Add(item);
                    break;
                case ConstantValue { Value: false }:
                    break;
                case StatisticValue statistic:
                    return statistic;
                default:
                    return call.Unknown("some of the items");
            }
        }

        return Collections.Sequence(kept);
    }

    /// <summary>The public properties or fields of a type, each as the column it would be.</summary>
    public static AbstractValue Members(LibraryCall call) => call.Instance is TypeValue type && call.Arguments.All.Count == 0
        ? Collections.Sequence(type.Type.GetMembers()
            .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } && member.Kind == (call.Method.Name == "GetFields" ? SymbolKind.Field : SymbolKind.Property))
            .Select(member => new ColumnValue(new Column(member.Name, ColumnType.Unknown)) { Member = MemberReferences.TypeOf(member) }))
        : call.Unknown("members of a type that is not known");

    /// <summary>One item: which one is not known, unless there is but one kind.</summary>
    public static AbstractValue Pick(LibraryCall call)
    {
        var collection = call.Subject.Value;
        var items = Collections.ItemsOf(call.Evaluator, collection) as SequenceValue;
        if (items is { Items.Count: > 0 } && call.Arguments.All.Count <= 1)
        {
            return FirstOrLast(call, items);
        }

        if (items is not null && call.Arguments[Parameters.Predicate] is FunctionValue && Filter(call) is SequenceValue matching && (matching.Items.Count > 0 || call.Method.ReturnType.IsReferenceType))
        {
            return matching.Items.Count > 0 ? FirstOrLast(call, matching)
                : call.Method.Name.EndsWith("OrDefault", StringComparison.Ordinal) ? ConstantValue.Null
                : call.Evaluator.End(call.Operation);
        }

        if (collection is RowsValue { Provenance.IsOfPositions: false } rows && StatisticCalls.Quantile(call.Evaluator, call.Operation, call.Subject.Operation, rows) is { } quantile)
        {
            return quantile;
        }

        var name = call.Arguments[Parameters.Index] is { } index ? index.Identity : "picked " + call.Site;
        return Sequences.OneOf(collection, name) ?? call.Evaluator.Unknown(call.Operation, "an item of a collection") with
        {
            RowOf = collection is RowsValue { Member: null, Rows: { GroupedBy: { } group } ofGroup } && call.Method.ReturnType is { IsReferenceType: true, SpecialType: SpecialType.None } ? ofGroup with { OneRowPer = group } : null,
            Part = Accumulations.Looked(collection, call.Arguments[Parameters.Key]),
        };
    }

    private static AbstractValue FirstOrLast(LibraryCall call, SequenceValue items) => items.Items[call.Method.Name.StartsWith("Last", StringComparison.Ordinal) ? items.Items.Count - 1 : 0];

    /// <summary>Puts an item, or a value under a key, into the collection.</summary>
    public static AbstractValue Add(LibraryCall call)
    {
        var given = call.Arguments.All.Select(argument => argument.Value).ToList();
        Collections.Changed(call.Evaluator, call.Operation, call.Instance);
        if (given.Count == 2)
        {
            Collections.AddEntry(call.Evaluator, call.Operation, call.Instance, given[0], given[1]);
        }
        else if (given.Count == 1 && !CopyCalls.TryAddOne(call, given[0]))
        {
            Collections.Add(call.Evaluator, call.Operation, call.Instance, given[0], call.Row.AtFront);
        }

        return call.Unknown("nothing");
    }

    /// <summary>Takes the first item out of the collection.</summary>
    public static AbstractValue Take(LibraryCall call)
    {
        if (call.Instance is not ObjectValue list || Collections.ItemsOf(call.Evaluator, list) is not SequenceValue { Items: { Count: > 0 } items })
        {
            Collections.Change(call.Evaluator, call.Operation, call.Instance);
            return call.UnknownItem(call.Instance ?? ConstantValue.Null);
        }

        Collections.Changed(call.Evaluator, call.Operation, list);
        Collections.SetItems(call.Evaluator, list, Collections.Sequence(items.Skip(1)));
        return items[0];
    }

    /// <summary>Puts the items of the collection in another order, or changes it in a way that is not followed; several collections are ordered by the items of one.</summary>
    public static AbstractValue Change(LibraryCall call)
    {
        var changed = call.Instance is RowsValue or SequenceValue or ObjectValue or UnknownValue && call.Method.ContainingType.IsGenericType ? call.Instance : call.Arguments.All.Select(argument => argument.Value).FirstOrDefault();
        var beside = call.Row.KeepsItems ? call.Operands.Select(operand => operand.Value).Where(operand => operand is RowsValue or SequenceValue && operand != changed).ToList() : [];
        if (call.Row.KeepsItems && changed is RowsValue rows && beside.Count == 0)
        {
            Collections.Changed(call.Evaluator, call.Operation, rows);
            call.Evaluator.State.Replace(rows, Orders.InPlace(call, rows));
            return call.Unknown("nothing");
        }

        foreach (var collection in beside.Prepend(changed))
        {
            Collections.Change(call.Evaluator, call.Operation, collection);
        }

        return call.Unknown("nothing");
    }

    /// <summary>What the function that is handed over returns; one that continues a task is given that.</summary>
    public static AbstractValue Invoke(LibraryCall call) =>
        call.Arguments.All.Select(argument => argument.Value).OfType<FunctionValue>().FirstOrDefault() is { } function && SourceCalls.TryInvoke(call.Evaluator, call.Operation, function, call.Instance is null ? [] : [call.Instance]) is { } result
            ? result
            : call.Unknown("a function that is not followed");
}
