using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Lists, dictionaries and arrays that are filled and changed in place.</summary>
internal static class Collections
{
    private const string Items = "items";
    private const string FilledInLoop = "filled in a loop";

    /// <summary>A new list or dictionary, with the items of <paramref name="source"/> where there is one.</summary>
    public static AbstractValue New(Evaluator evaluator, IOperation operation, AbstractValue? source)
    {
        // A copy of rows is these rows; a capacity is no source.
        if (source is RowsValue rows)
        {
            return RowCalls.Once(rows, evaluator.Site(operation));
        }

        if (source is FoldResultsValue or FoldListValue)
        {
            return source;
        }

        if (source is UnknownValue && IsOfRows(operation.Type))
        {
            return RowCalls.Once(new RowsValue(LibraryCall.RowsOf(operation, source)), evaluator.Site(operation));
        }

        var list = evaluator.New(operation);
        evaluator.State.SetMember(list.Id, Items, source is null or ConstantValue ? Sequence([]) : ItemsOf(evaluator, source) ?? evaluator.Unknown(operation, "a collection of unknown items"));
        return list;
    }

    /// <summary>The items of <paramref name="collection"/>, where each is known; else null.</summary>
    public static AbstractValue? ItemsOf(Evaluator evaluator, AbstractValue? collection) => ItemsOf(evaluator.State, collection);

    /// <summary>The same in some <paramref name="state"/>.</summary>
    public static AbstractValue? ItemsOf(State state, AbstractValue? collection) => collection switch
    {
        SequenceValue => collection,
        ObjectValue or UnknownValue => state.Member(collection.Identity, Items),
        _ => null,
    };

    /// <summary>Whether a loop adds to <paramref name="collection"/>, so that the items that are known of one path are not all there may be.</summary>
    public static bool IsFilledInLoop(Evaluator evaluator, AbstractValue collection) => collection is ObjectValue list && evaluator.State.Member(list.Id, FilledInLoop) is not null;

    /// <summary>Whether a loop fills <paramref name="list"/> with objects that are made of values nobody knows, as rows are that are read from a file, and not with settings, models or scores.</summary>
    public static bool HoldsRows(Evaluator evaluator, ObjectValue list) => evaluator.State.Member(list.Id, Items) switch
    {
        UnknownValue => true,
        SequenceValue { Items.Count: > 0 } known => IsFilledInLoop(evaluator, list) && known.Items.All(item => item is ObjectValue made && IsRow(evaluator.State, made)),
        _ => false,
    };

    /// <summary>Whether an object has nothing in it but values, one of them at least unknown.</summary>
    public static bool IsRow(State state, ObjectValue made) =>
        state.MembersOf(made.Id).ToList() is var members && members.TrueForAll(member => member is UnknownValue or ConstantValue or StatisticValue) && members.Exists(member => member is UnknownValue);

    /// <summary>Puts <paramref name="item"/> at the end of <paramref name="collection"/>, or at its front.</summary>
    public static void Add(Evaluator evaluator, IOperation operation, AbstractValue? collection, AbstractValue item, bool atFront = false)
    {
        if (collection is ObjectValue list && evaluator.State.Member(list.Id, Items) is { } items)
        {
            if (SymbolicId.VariesMoreThan(evaluator.Site(operation), list.Id))
            {
                evaluator.State.SetMember(list.Id, FilledInLoop, new ConstantValue(true));
            }

            evaluator.State.SetMember(list.Id, Items, items is SequenceValue known && known.Items.Count < Budget.SequenceLength
                ? Sequence(atFront ? known.Items.Prepend(item) : known.Items.Append(item))
                : Measures.Of(evaluator.Unknown(operation, "a collection of many items"), Measures.In(items, evaluator.State).Concat(Measures.In(item, evaluator.State))));
        }
        else
        {
            Change(evaluator, operation, collection);
        }
    }

    /// <summary>Says what <paramref name="list"/> holds from now on.</summary>
    public static void SetItems(Evaluator evaluator, ObjectValue list, AbstractValue items) => evaluator.State.SetMember(list.Id, Items, items);

    /// <summary>Puts <paramref name="rows"/> wherever <paramref name="list"/> is, which holds them from now on.</summary>
    public static void Fill(State state, ObjectValue list, RowsValue rows)
    {
        state.SetMember(list.Id, Items, new UnknownValue("a list of rows", "rows of " + list.Id));
        state.Replace(list, rows);
    }

    /// <summary>Puts a value under a key.</summary>
    public static void AddEntry(Evaluator evaluator, IOperation operation, AbstractValue? collection, AbstractValue key, AbstractValue value)
    {
        if (collection is ObjectValue && value is StatisticValue && key is not ConstantValue)
        {
            evaluator.State.Replace(collection, value);
            return;
        }

        Add(evaluator, operation, collection, Sequence([key, value]));
        if (collection is ObjectValue dictionary)
        {
            evaluator.State.SetMember(dictionary.Id, Under(key), value);
        }
    }

    /// <summary>Forgets which rows or items a collection holds, after something changed it in a way that is not followed.</summary>
    public static void Change(Evaluator evaluator, IOperation operation, AbstractValue? collection)
    {
        Changed(evaluator, operation, collection);
        if (collection is ObjectValue list)
        {
            evaluator.State.SetMember(list.Id, Items, evaluator.Unknown(operation, "a collection that is changed in place"));
        }
        else if (collection is RowsValue or SequenceValue or UnknownValue)
        {
            evaluator.State.Replace(collection, evaluator.Unknown(operation, "a collection that is changed in place"));
        }
    }

    /// <summary>Notes that a collection is another one from here on, for views that read it.</summary>
    public static void Changed(Evaluator evaluator, IOperation operation, AbstractValue? collection)
    {
        if (collection is not null)
        {
            evaluator.Emit(new CollectionChanged(Places.Of(operation), NameOf(collection)));
        }
    }

    /// <summary>Names a collection object.</summary>
    public static string NameOf(AbstractValue collection) => (collection as RowsValue)?.Rows.Collection ?? collection.Identity;

    /// <summary>Writes one item of <paramref name="collection"/>.</summary>
    public static void SetItem(Evaluator evaluator, IOperation target, AbstractValue collection, IReadOnlyList<AbstractValue> index, AbstractValue value)
    {
        switch (collection)
        {
            // A table that a loop over rows fills.
            case ObjectValue or UnknownValue when value is StatisticValue { Loops.Count: > 0 } && index.Count == 1 && index[0] is not ConstantValue:
                evaluator.State.Replace(collection, value);
                break;

            // What is written into rows is a row; an array or list of views or models is another matter.
            case UnknownValue when value is UnknownValue or ConstantValue or ObjectValue:
                Change(evaluator, target, collection);
                break;
            // A table of statistics under keys that are not known says what any of them says.
            case ObjectValue when value is StatisticValue && index.Count == 1 && index[0] is not ConstantValue:
                evaluator.State.Replace(collection, value);
                break;

            // Scores of the runs of a loop, each at its place of an array: one stands for all.
            case UnknownValue when value is MeasuredValue && index.Count == 1 && target is IArrayElementReferenceOperation:
                var scores = Measures.In(ItemsOf(evaluator, collection)).Concat(Measures.In(value));
                evaluator.State.SetMember(collection.Identity, Items, Measures.Of(evaluator.Unknown(target, "an array of scores"), scores));
                evaluator.State.SetMember(collection.Identity, Under(index[0]), value);
                break;
            case ObjectValue or UnknownValue when index.Count == 1:
                if (evaluator.State.Member(collection.Identity, Items) is not null && (index[0] is MeasuredValue || evaluator.State.Member(collection.Identity, Under(index[0])) is null))
                {
                    Add(evaluator, target, collection, Sequence([index[0], value]));
                }

                evaluator.State.SetMember(collection.Identity, Under(index[0]), value);
                break;
            case SequenceValue sequence when index.Count == 1 && index[0] is ConstantValue { Number: { } position } && position >= 0 && position < sequence.Items.Count && target is IArrayElementReferenceOperation array:
                Assignments.Assign(evaluator, array.ArrayReference, Sequence(sequence.Items.Select((item, i) => i == position ? value : item)));
                break;
            case RowsValue rows when StatisticValue.Of("", value) is { } statistic:
                evaluator.State.Replace(rows, new RowsValue(StatisticCalls.Written(evaluator, rows.Rows, statistic)));
                break;

            // A column of these rows, with what was written into it.
            case RowsValue rows when value is RowsValue column && column.Provenance.Equals(rows.Provenance):
                evaluator.State.Replace(rows, new RowsValue(rows.Rows with { LearnedFrom = rows.Rows.LearnedFrom.Union(column.Rows.LearnedFrom) }));
                break;
            default:
                Change(evaluator, target, collection);
                break;
        }
    }

    /// <summary>Whether the items of a collection of <paramref name="type"/> are objects of a class of the program's own, as rows are.</summary>
    public static bool IsOfRows(ITypeSymbol? type) => 
        ((type as IArrayTypeSymbol)?.ElementType ?? (type is INamedTypeSymbol { TypeArguments: [var item] } ? item : null)) is INamedTypeSymbol { IsTupleType: false, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary><paramref name="value"/>, which is read at <paramref name="operation"/>, as the rows that a walk comes by, where it is a collection of rows of which nothing else is known; null otherwise.</summary>
    public static RowsValue? RowsIn(Evaluator evaluator, IOperation operation, AbstractValue value) =>
        PassThrough.Unconverted(operation) is var collection && IsOfRows(collection.Type) && (value is UnknownValue || (value is ObjectValue list && HoldsRows(evaluator, list)))
            ? new RowsValue(LibraryCall.RowsOf(collection, value))
            : null;

    /// <summary>What was written under a key, or null.</summary>
    public static AbstractValue? EntryOf(Evaluator evaluator, AbstractValue? collection, AbstractValue key) =>
        collection is ObjectValue or UnknownValue ? evaluator.State.Member(collection.Identity, Under(key)) : null;

    /// <summary>A collection whose items are known.</summary>
    public static SequenceValue Sequence(IEnumerable<AbstractValue> items) => new(EquatableList<AbstractValue>.From(items));

    /// <summary>Whether <paramref name="member"/>, of a collection, is what was written under a key.</summary>
    public static bool IsEntry(string member) => member[0] == '[';

    private static string Under(AbstractValue key) => $"[{key.Identity}]";
}
