using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>How many rows there are at the most, as far as constants say so.</summary>
internal static class RowCounts
{
    /// <summary>Of a collection that is written down item by item.</summary>
    public static long? Of(Evaluator evaluator, AbstractValue collection) =>
        Collections.ItemsOf(evaluator, collection) is SequenceValue { Items.Count: > 0 } items && !Collections.IsFilledInLoop(evaluator, collection) ? items.Items.Count : null;

    /// <summary>Of the rows at the positions from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public static long? At(long? all, Bound start, Bound? end)
    {
        if (start.Number is not { } first)
        {
            return all;
        }

        var last = end?.Number is { } given ? Math.Min(given, all ?? given) : all;
        return last is { } known ? Math.Max(0, known - first) : null;
    }

    /// <summary>Of what a mapping makes of <paramref name="rows"/>: as many, unless each row may give several.</summary>
    public static long? OfMap(LibraryCall call, RowSet rows) => call.Row.Kind == CallKind.ExpandRows ? null : rows.AtMost;

    /// <summary>Of the train and the test part of a split, about: each row is drawn by itself.</summary>
    public static (long? Train, long? Test) OfSplit(long? all, AbstractValue? testFraction) =>
        all is { } rows && testFraction is ConstantValue { Value: double fraction and > 0 and < 1 }
            ? ((long)Math.Round(rows * (1 - fraction)), (long)Math.Round(rows * fraction))
            : (all, all);
}
