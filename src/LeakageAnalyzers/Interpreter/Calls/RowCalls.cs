using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that take rows and give rows.</summary>
internal static class RowCalls
{
    public static AbstractValue Same(LibraryCall call)
    {
        var same = call.Operands.Select(operand => operand.Value).FirstOrDefault(value => value is not (UnknownValue or ConstantValue or ContextValue))
            ?? (Source(call) is { } rows ? new RowsValue(rows) : call.Unknown("no rows"));
        return same is RowsValue gaps && call.Arguments.All.Select(argument => argument.Value).OfType<StatisticValue>().FirstOrDefault() is { } statistic ? StatisticCalls.Fill(call, gaps, statistic)
            : !call.Row.MakesCopy ? same
            : same is RowsValue given ? Once(given, call.Site)
            : CollectionCalls.Copy(call, same);
    }

    /// <summary>The rows as one reading of <paramref name="given"/> at <paramref name="site"/> gives them, in a collection of their own.</summary>
    public static RowsValue Once(RowsValue given, string site)
    {
        var rows = given.Rows with { Collection = "copy " + site };
        return new RowsValue(rows.Draw is { } draw
            ? rows with { Provenance = given.Provenance.Drawn(draw.Id, $"(drawn at {site})"), Draw = null }
            : rows)
        {
            Summary = given.Summary,
        };
    }

    public static AbstractValue Filter(LibraryCall call)
    {
        if (CollectionCalls.HasKnownItems(call, call.Subject.Value))
        {
            return CollectionCalls.Filter(call);
        }

        var predicate = call.Arguments[Parameters.Predicate] as FunctionValue;
        if (call.Subject.Value is PartsValue parts && Predicates.LeavesOut(call.Evaluator, predicate) is { } left)
        {
            return new OtherPartsValue(parts, left.Identity);
        }

        if (Predicates.NotAmong(call.Evaluator, predicate) is { } part && Source(call) is { } all && RowWise.Rest(all, part.Rows) is { } rest)
        {
            return rest;
        }

        // Whether a row is among others, or not, says more about how these relate to those than is followed.
        if (Predicates.ReadsOtherRows(call.Evaluator, predicate))
        {
            return call.Unknown("rows that depend on other rows");
        }

        // The same condition on the same rows keeps the same rows.
        var conditions = call.Arguments.All.Where(argument => argument.Value is not (RowsValue or ContextValue) && argument.Value != call.Subject.Value).Select(argument => argument.Value).ToList();
        var id = conditions.TrueForAll(condition => condition is ConstantValue) ? $"{call.Method.Name}({string.Join(",", conditions.Select(condition => condition.Identity))})"
            : conditions is [FunctionValue] && Predicates.IsOfItsRowAlone(predicate) ? $"{call.Method.Name}({predicate!.Body!.Syntax})"
            : call.Site;
        if (Draws.IsDrawn(predicate))
        {
            return RowWise.Noted(call, Draws.Of(call, drawn => Cut(call, (rows, provenance) => provenance.Then(RowWise.ByChance(drawn, predicate!, rows)))));
        }

        return RowWise.ByPosition(call, predicate) is { } byPosition ? RowWise.Noted(call, Cut(call, (rows, provenance) => provenance.Then(byPosition(rows))))
            : Cut(call, rows => rows.Then(new FilterStep(id))) is RowsValue kept ? new RowsValue(OnePerValue(call, WithoutCopies(call, kept.Rows))) : CollectionCalls.Part(call);
    }

    // Of the values of a member, without copies, there is one for each, and so there is of rows where those are kept whose value no set has seen yet.
    private static RowSet OnePerValue(LibraryCall call, RowSet rows) => call.Row.RemovesCopies && call.Subject.Value is RowsValue { Member: { } member } ? rows with { OneRowPer = member }
        : FirstSeen.KeptBy(call.Arguments[Parameters.Predicate] as FunctionValue) is { } column ? rows with { OneRowPer = column }
        : rows;

    /// <summary>One object a row: still the same rows. Positions that pick rows stand for the rows they pick.</summary>
    public static AbstractValue Map(LibraryCall call) => SettingCalls.Many(call, (call.Arguments[Parameters.Selector] ?? call.Arguments[Parameters.ResultSelector]) as FunctionValue) ?? (Cut(call, rows => rows) is RowsValue rows
        ? Draws.Picked(call, new RowsValue(PredictionCalls.Scored(call.Evaluator, StatisticCalls.Written(call.Evaluator, Orders.Picked(call, rows.Rows), call.Arguments[Parameters.Selector]), call.Arguments[Parameters.Selector]) with { AtMost = RowCounts.OfMap(call, rows.Rows) })
        {
            Summary = StatisticCalls.Summary(call, Parameters.Selector),
            Member = (call.Arguments[Parameters.Selector] as FunctionValue)?.ReadMember,
        })
        : CollectionCalls.Map(call));

    /// <summary>One row, or one group of rows, for each value of the key. In which order the rows came says which of them are picked, or how they are summed up, and nothing of those picked or of the sums.</summary>
    public static AbstractValue OnePer(LibraryCall call)
    {
        var key = call.Arguments[Parameters.KeySelector] as FunctionValue;
        return Cut(call, rows => rows.Then(new FilterStep(call.Site))) is RowsValue { Rows: var rows }
            ? new RowsValue(WithoutCopies(call, rows) with { OneRowPer = Keys.ColumnOf(key), SortedBy = Keys.Reads(key, rows.SortedBy) ? rows.SortedBy : null })
            {
                Groups = call.Row.GivesGroups && Source(call) is { } source ? new PartsValue($"groups at {call.Site} of {((SymbolicRows)source.Provenance).OrderId}", source) { Column = key?.ReadMember ?? "" } : null,
            }
            : call.Unknown("no rows");
    }

    /// <summary>The rows of both operands.</summary>
    public static AbstractValue Concat(LibraryCall call)
    {
        var operands = call.Operands.Where(operand => operand.Value is not ContextValue).Take(2).ToList();
        if (operands.Count == 2 && operands.TrueForAll(operand => Collections.ItemsOf(call.Evaluator, operand.Value) is SequenceValue))
        {
            var items = operands.SelectMany(operand => ((SequenceValue)Collections.ItemsOf(call.Evaluator, operand.Value)!).Items);
            return Collections.Sequence(call.Row.RemovesCopies ? items.Distinct() : items);
        }

        if (operands.Count < 2 || !operands.Exists(operand => operand.Value is RowsValue) || !operands.TrueForAll(operand => IsRows(operand.Value)))
        {
            return call.Unknown("a concatenation of something that is not rows");
        }

        var (first, second) = (LibraryCall.RowsOf(operands[0].Operation, operands[0].Value), LibraryCall.RowsOf(operands[1].Operation, operands[1].Value));
        var joined = new RowsValue(WithoutCopies(call, CopyCalls.Joined(call, first, second)));
        if (call.Arguments[Parameters.InPlace] is ConstantValue { Value: true })
        {
            call.Evaluator.State.Replace(operands[0].Value, joined);
        }

        return joined;
    }

    /// <summary>Consecutive parts of the same size.</summary>
    public static AbstractValue Chunk(LibraryCall call) => Source(call) is { } rows
        ? new PartsValue($"{call.Method.Name}({((SymbolicRows)rows.Provenance).OrderId};{call.Arguments[Parameters.Size]?.Identity})", rows)
        : call.Unknown("parts of something that is not rows");

    /// <summary>The rows that <paramref name="cut"/> leaves of the call's operand.</summary>
    public static AbstractValue Cut(LibraryCall call, Func<SymbolicRows, SymbolicRows> cut) => Cut(call, (_, rows) => cut(rows));

    /// <summary>The same of a cut that asks what is known of these rows.</summary>
    public static AbstractValue Cut(LibraryCall call, Func<RowSet, SymbolicRows, SymbolicRows> cut)
    {
        // Of arrays, folds and the like, these calls give parts that nothing is known of.
        if (Source(call) is not { } rows)
        {
            return CollectionCalls.Part(call);
        }

        return new RowsValue(rows with { Provenance = cut(rows, (SymbolicRows)rows.Provenance) });
    }

    private static RowSet WithoutCopies(LibraryCall call, RowSet rows) => call.Row.RemovesCopies ? rows with { Copies = EquatableList<Duplication>.Empty } : rows;

    /// <summary>The rows that <paramref name="call"/> works on; null where it works on something else.</summary>
    public static RowSet? Source(LibraryCall call)
    {
        var (operation, value) = call.Subject;
        return IsRows(value) && !CollectionCalls.HasKnownItems(call, value) ? LibraryCall.RowsOf(operation, value) : null;
    }

    private static bool IsRows(AbstractValue value) => value is RowsValue or UnknownValue or ObjectValue;
}
