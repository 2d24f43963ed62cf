using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Items of collections, one by one or in turn.</summary>
internal static class Sequences
{
    /// <summary>The item of <paramref name="collection"/> at <paramref name="index"/>.</summary>
    public static AbstractValue ItemAt(Evaluator evaluator, IOperation operation, AbstractValue? collection, AbstractValue index)
    {
        var number = (index as ConstantValue)?.Value as int?;
        return collection switch
        {
            SequenceValue sequence when number >= 0 && number < sequence.Items.Count => sequence.Items[number.Value],
            FoldListValue folds => folds.Fold(index.Identity),
            FoldResultsValue results => FoldResult(results, index.Identity),
            UnknownValue => new UnknownValue("an item of an unknown collection", $"{collection.Identity}[{index.Identity}]"),
            _ => evaluator.Unknown(operation, "an item that is not known"),
        };
    }

    /// <summary>The current item of a walk.</summary>
    public static AbstractValue Current(Evaluator evaluator, IOperation operation, EnumeratorValue enumerator)
    {
        // Which fold it is, is not known, but all that is read from it in one iteration is of the same fold.
        var fold = "each " + evaluator.Site(operation);
        return enumerator.Source switch
        {
            SequenceValue sequence when enumerator.Position >= 0 && enumerator.Position < sequence.Items.Count => sequence.Items[enumerator.Position],
            FoldListValue folds => folds.Fold(fold),
            FoldResultsValue results => FoldResult(results, fold),
            _ => evaluator.Unknown(operation, "an item of an unknown collection"),
        };
    }

    /// <summary>Moves a walk on, and says whether there is another item.</summary>
    public static (EnumeratorValue Moved, AbstractValue HasItem) MoveNext(Evaluator evaluator, IOperation operation, EnumeratorValue enumerator)
    {
        if (enumerator.Source is SequenceValue sequence && sequence.Items.Count <= Budget.SequenceLength)
        {
            var moved = enumerator with { Position = enumerator.Position + 1 };
            return (moved, new ConstantValue(moved.Position < sequence.Items.Count));
        }

        return (enumerator, evaluator.Unknown(operation, "whether there is another item"));
    }

    private static FoldResultValue FoldResult(FoldResultsValue results, string fold)
    {
        var split = results.Folds.Fold(fold);
        var model = new FittedModel($"{results.Identity}[{fold}]", results.Steps, split.Train, null, results.Place);
        return new FoldResultValue(new TransformerValue(EquatableList<FittedModel>.From([model])), split.Test.TransformedBy(model));
    }
}
