using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Conditions that decide on each row by its position or by chance, whatever is in it.</summary>
internal static class RowWise
{
    /// <summary>What a filter by <paramref name="predicate"/>, which draws as <paramref name="draw"/> names it, keeps of <paramref name="rows"/>. Where it reads the row, chance may be one for all rows of a group.</summary>
    public static FilterStep ByChance(string draw, FunctionValue predicate, RowSet rows) =>
        predicate.Operations.Any(operation => operation is IParameterReferenceOperation || (operation is IInvocationOperation call && !Catalog.IsRandom(call.TargetMethod)))
            ? new FilterStep(draw)
            : new FilterStep(draw) { IsByChance = true, Unit = rows.OneRowPer };

    /// <summary>What a filter by <paramref name="predicate"/> keeps where that looks at nothing but a position, as <c>(row, i) => i % 5 == 0</c> does; null where it is another condition.</summary>
    public static Func<RowSet, FilterStep>? ByPosition(LibraryCall call, FunctionValue? predicate) =>
        predicate is { Body: not null, Method.Parameters: [_, var position], Result: { } condition }
        && predicate.Operations.Count(operation => operation is IBinaryOperation or IUnaryOperation or IInvocationOperation) == 2
        && !predicate.Operations.Any(operation => operation is IParameterReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Parameter, predicate.Method.Parameters[0]))
        && RemainderIn(condition, operation => IsOf(operation, position), call.Evaluator.Evaluate) is var (name, isRest)
            ? rows => new FilterStep($"{name} of {((SymbolicRows)rows.Provenance).OrderId}") { IsRest = isRest, IsByChance = false, Unit = rows.OneRowPer }
            : null;

    /// <summary><paramref name="kept"/>, with the note that a filter by position or by chance cut them at <paramref name="call"/>.</summary>
    public static AbstractValue Noted(LibraryCall call, AbstractValue kept) => kept is RowsValue { Rows: var rows }
        ? new RowsValue(rows with { Cut = new RowWiseCut(call.Shown, rows.Name) })
        : kept;

    /// <summary>The <paramref name="rows"/> that are not in <paramref name="part"/>, which was cut from them; null where it was not.</summary>
    public static RowsValue? Rest(RowSet rows, RowSet part) => part.Draw is null && ((SymbolicRows)rows.Provenance).Without((SymbolicRows)part.Provenance) is { } rest
        ? new RowsValue(rows with { Provenance = rest, Cut = part.Cut, AtMost = null })
        : null;

    /// <summary>
    /// What the conditions keep that <paramref name="call"/>, which adds a row of <paramref name="source"/> to the list <paramref name="list"/>, stands under; null where it stands under none, and where
    /// one of them looks at something else than chance or the position of that row.
    /// </summary>
    public static (IReadOnlyList<FilterStep> Steps, RowWiseCut Cut)? Before(LibraryCall call, string list, RowSet source)
    {
        var block = BlockOf(call, list);
        var loops = call.Evaluator.Activation.Frame.Loops;
        var added = SetBefore(loops, block, call.Operation.Arguments[0].Value);
        if (!IsOneOfMany(added) || AddsOthers(call))
        {
            return null;
        }

        var steps = new List<FilterStep>();
        Place? place = null;
        foreach (var (asking, asked, holds) in Conditions.Before(block))
        {
            if (loops.BeginAt(asking.Ordinal))
            {
                break;
            }

            var condition = SetBefore(loops, asking, asked);
            if (IsByChance(call, asking, condition, added, list) is not { } isByChance)
            {
                return null;
            }

            var site = call.Evaluator.Site(asked);
            var id = Accumulations.SiteBeyond(site, SymbolicId.LoopsOf(site).Where(loop => !SymbolicId.VariesWith(list, [loop])));
            steps.Insert(0, new FilterStep(id) { IsPick = true, IsRest = !holds, IsByChance = isByChance, Unit = source.OneRowPer });
            place = Places.Shown(call.Evaluator, asked);
        }

        return place is null ? null : (steps, new RowWiseCut(place, source.Name.Length > 0 ? source.Name : "the rows"));
    }

    // Null where it is neither chance nor the position of the row that is added.
    private static bool? IsByChance(LibraryCall call, BasicBlock block, IOperation condition, IOperation added, string list)
    {
        var loops = call.Evaluator.Activation.Frame.Loops;
        if (RemainderIn(condition, operation => IsPositionOf(added, operation) || (operation is ILocalReferenceOperation { Local: var count } && CountsRows(loops, block, count)), operation => call.Evaluator.Trial().Evaluate(operation)) is not null)
        {
            return false;
        }

        var read = condition.DescendantsAndSelf().Concat(condition.DescendantsAndSelf().OfType<ILocalReferenceOperation>().SelectMany(local => SetBefore(loops, block, local).DescendantsAndSelf())).ToList();
        var calls = read.OfType<IInvocationOperation>().ToList();
        var row = call.Operation.Arguments[0].Value.DescendantsAndSelf().Select(Accumulations.VariableOf).OfType<ISymbol>().ToList();
        return calls.Count > 0 && calls.TrueForAll(drawn => Catalog.IsRandom(drawn.TargetMethod) && IsThereBefore(call, drawn.Instance, list))
            && !read.Exists(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation && row.Contains(Accumulations.VariableOf(operation)!, SymbolEqualityComparer.Default))
                ? true
                : null;
    }

    // A generator that is made anew for a row may be seeded by its patient.
    private static bool IsThereBefore(LibraryCall call, IOperation? generator, string list) =>
        generator is not null && Accumulations.HomeOf(call.Evaluator, generator) is { } home && !SymbolicId.VariesMoreThan(home, list);

    // Of the form rows[i], or a count that goes up each time it is read.
    private static bool IsPositionOf(IOperation added, IOperation operation) => operation is IIncrementOrDecrementOperation { Target: ILocalReferenceOperation }
        || (operation is ILocalReferenceOperation { Local: var local } && IndexOf(added) is { } index && IsOf(index, local));

    // A count that goes up at the end of each turn of the loop around a condition.
    private static bool CountsRows(Loops loops, BasicBlock block, ILocalSymbol count)
    {
        while (!loops.BeginAt(block.Ordinal))
        {
            if (block is not { Predecessors: [var way] })
            {
                return false;
            }

            block = way.Source;
        }

        return block.Predecessors.Where(way => way.Source.Ordinal >= block.Ordinal).All(way => way.Source.Operations.Any(operation =>
            operation is IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation step } && IsOf(step.Target, count)));
    }

    // The row that a walk is at, or one at a position: rows[i + 1] shares its condition with rows[i], and a pair is taken apart into two rows.
    private static bool IsOneOfMany(IOperation added) => added is IParameterReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
        || (IndexOf(added) is { } index && PassThrough.Unconverted(index) is ILocalReferenceOperation);

    private static bool AddsOthers(LibraryCall call) => call.Evaluator.Activation.Block!.Operations.OfType<IExpressionStatementOperation>().Select(statement => statement.Operation).OfType<IInvocationOperation>()
        .Any(other => other != call.Operation && SymbolEqualityComparer.Default.Equals(other.TargetMethod, call.Method) && other.Instance is { } list && IsOf(call.Operation.Instance!, Accumulations.VariableOf(list)));

    private static IOperation? IndexOf(IOperation added) => added switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } => index,
        IPropertyReferenceOperation { Arguments: [{ Value: var index }] } => index,
        _ => null,
    };

    // Where a condition chooses the list first, as (i % 5 == 0 ? test : train).Add(row) does, the way on which it chose this one.
    private static BasicBlock BlockOf(LibraryCall call, string list)
    {
        var block = call.Evaluator.Activation.Block!;
        return call.Operation.Instance is not IFlowCaptureReferenceOperation chosen ? block : block.Predecessors.Select(way => way.Source).FirstOrDefault(source => source.Operations.Any(operation =>
            operation is IFlowCaptureOperation capture && capture.Id.Equals(chosen.Id) && Collections.NameOf(call.Evaluator.Trial().Evaluate(capture.Value)) == list)) ?? block;
    }

    private static bool IsOf(IOperation operation, ISymbol? variable) => SymbolEqualityComparer.Default.Equals(Accumulations.VariableOf(PassThrough.Unconverted(operation)), variable);

    // What a variable was set to since ways last met.
    private static IOperation SetBefore(Loops loops, BasicBlock block, IOperation operation)
    {
        if (PassThrough.Unconverted(operation) is not ILocalReferenceOperation { Local: var local } variable)
        {
            return PassThrough.Unconverted(operation);
        }

        while (true)
        {
            if (Conditions.LastSet(block, local) is { } value)
            {
                return PassThrough.Unconverted(value);
            }

            if (block is not { Predecessors: [var way] } || loops.BeginAt(block.Ordinal))
            {
                return variable;
            }

            block = way.Source;
        }
    }

    // Names the remainder that a condition such as i % 5 == 0 asks for; its opposite has the same name.
    private static (string Name, bool IsRest)? RemainderIn(IOperation condition, Func<IOperation, bool> isPosition, Func<IOperation, AbstractValue> evaluate)
    {
        if (condition is not IBinaryOperation { OperatorKind: var comparison, LeftOperand: var left, RightOperand: var right }
            || PassThrough.Unconverted(left) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, LeftOperand: var position, RightOperand: var divisor }
            || !isPosition(PassThrough.Unconverted(position))
            || evaluate(divisor) is not ConstantValue { Number: > 1 and var count })
        {
            return null;
        }

        var asked = evaluate(right);
        if (comparison is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            return Named(asked.Identity, comparison == BinaryOperatorKind.NotEquals);
        }

        if (asked is not ConstantValue { Number: { } bound })
        {
            return null;
        }

        // Below 1 is 0, and below 4 of 5 is all but 4.
        var end = bound + (comparison is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan ? 1 : 0);
        var isAbove = comparison is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        return end == 1 ? Named(new ConstantValue(0).Identity, isAbove)
            : end == count - 1 ? Named(new ConstantValue((int)end).Identity, !isAbove)
            : Named($"below {end}", isAbove);

        (string Name, bool IsRest)? Named(string remainder, bool isRest) => ($"position % {count} is {remainder}", isRest);
    }
}
