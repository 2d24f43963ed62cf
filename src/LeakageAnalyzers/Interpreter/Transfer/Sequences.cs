using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Items of collections, one by one or in turn.</summary>
internal static class Sequences
{
    /// <summary>The item of <paramref name="collection"/> at <paramref name="index"/>.</summary>
    public static AbstractValue ItemAt(Evaluator evaluator, IOperation operation, AbstractValue? collection, AbstractValue index)
    {
        if (Collections.EntryOf(evaluator, collection, index) is { } entry)
        {
            return entry;
        }

        var items = Collections.ItemsOf(evaluator, collection) ?? collection;
        if (items is OrderedValue scores && !IsOfConstant(operation))
        {
            Rankings.NoteTaken(evaluator, operation, scores, index);
        }

        var position = index is FromEndValue { Count: ConstantValue { Number: { } fromEnd } } ? (items as SequenceValue)?.Items.Count - fromEnd : (index as ConstantValue)?.Number;
        return items switch
        {
            SequenceValue sequence when position >= 0 && position < sequence.Items.Count => sequence.Items[(int)position.Value],
            SequenceValue sequence when index is ConstantValue { Value: string name } && sequence.Items.FirstOrDefault(item => item is ColumnValue { Column.Name: var column } && column == name) is { } named => named,
            SequenceValue sequence when index is RangeValue range && sequence.Part(range.Start, range.End) is { } part => part,
            OrderedValue ordered when IsOfConstant(operation) => Rankings.At(evaluator, operation, ordered, index),
            OrderedValue { Items: SequenceValue all } when position >= 0 && position < all.Items.Count => all.Items[(int)position.Value],
            OrderedValue ordered when OneOf(ordered.Items, index.Identity) is { } item => item,
            OrderedValue { Items: MeasuredValue measured } => measured,
            RowsValue rows when index is RangeValue range => PositionCalls.Index(evaluator, operation, rows, range),
            RowsValue rows when index is ConstantValue { Value: string } => rows,
            { } other when OneOf(other, index.Identity) is { } item => item,
            UnknownValue => new UnknownValue("an item of an unknown collection", $"{collection!.Identity}[{index.Identity}]")
            {
                RowOf = RowsOf(operation, collection),
                Part = RowPart.Of(collection) ?? Each(evaluator, operation, collection) ?? Accumulations.Looked(collection, index),
            },
            RowsValue rows when StatisticCalls.Quantile(evaluator, operation, operation.ChildOperations.First(), rows) is { } quantile => quantile,
            RowsValue rows when IsOfConstant(operation) => new UnknownValue("one of the rows", $"{rows.Identity}[{index.Identity}]") { RowOf = rows.Rows },
            RowsValue rows => evaluator.Unknown(operation, "one of the rows") with { RowOf = rows.Rows, Part = Each(evaluator, operation, rows) },
            _ => evaluator.Unknown(operation, "an item that is not known") with { Part = Accumulations.Looked(collection, index) },
        };
    }

    // Unless a constant says which, it is another row each time.
    private static RowPart? Each(Evaluator evaluator, IOperation operation, AbstractValue collection) =>
        !IsOfConstant(operation) && RowsOf(operation, collection) is { } rows ? new RowPart("?" + evaluator.Site(operation), rows, null, false) : null;

    private static bool IsOfConstant(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => element.Indices.All(index => index.ConstantValue.HasValue),
        IPropertyReferenceOperation element => element.Arguments.All(index => index.Value.ConstantValue.HasValue),
        _ => false,
    };

    // A collection of row objects that nothing else is known of.
    private static RowSet? RowsOf(IOperation operation, AbstractValue collection)
    {
        var from = operation switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference,
            IPropertyReferenceOperation element => element.Instance,
            _ => null,
        };
        return from is not null && (collection is RowsValue || Collections.IsOfRows(from.Type)) ? LibraryCall.RowsOf(from, collection) : null;
    }

    /// <summary>The current item of a walk.</summary>
    public static AbstractValue Current(Evaluator evaluator, IOperation operation, EnumeratorValue enumerator) => enumerator.Source switch
    {
        SequenceValue sequence when enumerator.Position >= 0 && enumerator.Position < sequence.Items.Count => sequence.Items[enumerator.Position],

        // Which fold it is, is not known, but all that is read from it in one iteration is of the same fold.
        _ => OneOf(enumerator.Source, "each " + evaluator.Site(operation)) ?? Row(evaluator.Unknown(operation, "an item of an unknown collection"), enumerator),
    };

    private static UnknownValue Row(UnknownValue item, EnumeratorValue walk) =>
        walk.Source is RowsValue { Rows: var rows } ? item with { RowOf = rows, Part = new RowPart(item.Name, rows with { Name = walk.Name }, null, false) } : item;

    /// <summary>The item of a collection of folds, parts or like values that <paramref name="name"/> stands for; null where it is no such collection.</summary>
    public static AbstractValue? OneOf(AbstractValue collection, string name) => collection switch
    {
        FoldListValue folds => folds.Fold(name),
        FoldResultsValue results => results.Fold(name),
        PartsValue parts => parts.Part(name),
        SomePartsValue some => some.All.Part($"{name} of {some.Which}"),
        RowsValue { Groups: { } groups } => groups.Part(name),
        ManyValue many => many.Item,
        StatisticValue => collection,
        _ => null,
    };

    /// <summary>Moves a walk on, and says whether there is another item.</summary>
    public static (EnumeratorValue Moved, AbstractValue HasItem) MoveNext(Evaluator evaluator, IOperation operation, EnumeratorValue enumerator)
    {
        if (enumerator.Source is SequenceValue sequence && sequence.Items.Count <= Budget.SequenceLength)
        {
            var moved = enumerator with { Position = enumerator.Position + 1 };
            return (moved, new ConstantValue(moved.Position < sequence.Items.Count));
        }

        // Rows are there to be read, and a cut makes several folds: the first step finds something.
        return enumerator is { Source: RowsValue or FoldListValue or FoldResultsValue, Position: < 0 }
            ? (enumerator with { Position = 0 }, new ConstantValue(true))
            : (enumerator, evaluator.Unknown(operation, "whether there is another item"));
    }
}
