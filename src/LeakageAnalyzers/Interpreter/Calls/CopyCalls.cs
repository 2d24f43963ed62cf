using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls that give rows a second time: samples with replacement, repetitions, augmented rows, rows joined with some of themselves.</summary>
internal static class CopyCalls
{
    private const string LastRow = "the row that was added last";

    /// <summary>A sample with replacement, or the rows that it left out: two calls of one seed on the same rows exclude each other.</summary>
    public static AbstractValue Resample(LibraryCall call)
    {
        var leftOut = call.Arguments[Parameters.Complement] is ConstantValue { Value: true };
        var seed = call.Arguments[Parameters.Seed] is ConstantValue { Value: not null } given ? given.Identity : call.Site;
        return RowCalls.Cut(call, rows => rows.Then(new FoldStep($"{call.Method.Name}({rows.OrderId};{seed})", FoldStep.OnlyFold, leftOut))) is RowsValue sample
            ? new RowsValue(leftOut ? sample.Rows : Copied(call, sample.Rows, sample.Rows.Name))
            : call.Unknown("a sample of something that is not rows");
    }

    /// <summary>The same rows several times over.</summary>
    public static AbstractValue Repeat(LibraryCall call) => call.Arguments[Parameters.Element] is RowsValue rows
        ? new RowsValue(Copied(call, rows.Rows, LibraryCall.RowsOf(call.Arguments.All[0].Operation.Value, rows).Name))
        : call.Unknown("a value several times over");

    /// <summary>Any number of row objects made of each row: copies where the selector says that several are made of one.</summary>
    public static AbstractValue Expand(LibraryCall call)
    {
        var made = RowCalls.Map(call);
        return made is not RowsValue rows ? made : new RowsValue((MakesSeveralOfOne(call) ? Copied(call, rows.Rows, rows.Rows.Name) : rows.Rows) with
        {
            OneRowPer = TakesOne(call) ? rows.Rows.OneRowPer : null,
            Provenance = TakesApart(call, rows.Provenance) ? rows.Provenance.Expanded() : rows.Provenance,
        });
    }

    // Items of another type are no rows: names of patients, or lists of their visits. Positions are those of rows.
    private static bool TakesApart(LibraryCall call, SymbolicRows rows) =>
        call.Method.TypeArguments is [var item, .., var row] && !SymbolEqualityComparer.Default.Equals(item, row) && !rows.IsOfPositions;

    /// <summary>Puts rows at the end of a list of rows.</summary>
    public static AbstractValue AddMany(LibraryCall call)
    {
        if (call.Instance is ObjectValue empty && call.Arguments[Parameters.Collection] is RowsValue first && IsEmpty(call, empty))
        {
            Fill(call, empty, RowCalls.Once(first, call.Site).Rows);
        }
        else if (call.Instance is { } list && call.Arguments[Parameters.Collection] is RowsValue added && Collections.ItemsOf(call.Evaluator, list) is not SequenceValue)
        {
            Join(call, list, RowCalls.Once(added, call.Site).Rows);
        }
        else
        {
            CollectionCalls.Change(call);
        }

        return call.Unknown("nothing");
    }

    /// <summary>Puts one row at the end of a list of rows; false where that is not what happens.</summary>
    public static bool TryAddOne(LibraryCall call, AbstractValue item)
    {
        var part = item is UnknownValue { RowOf: not null } ? RowPart.In(item) : IsOfRows(call) ? MadeOf(call, item) : null;
        if (part is null)
        {
            return false;
        }

        // What was added last is there once more where it is the same row still, or made of it.
        var source = item is UnknownValue { RowOf: { } rowOf } ? rowOf : part.Rows;
        var name = call.Instance is null ? "" : Collections.NameOf(call.Instance);
        var isThere = RowPart.In(call.Evaluator.State.Member(name, LastRow)) is { } last && last.Row == part.Row;
        if (item is UnknownValue)
        {
            call.Evaluator.State.SetMember(name, LastRow, item);
        }

        if (isThere && call.Instance is RowsValue copied)
        {
            call.Evaluator.State.Replace(copied, new RowsValue(Copied(call, copied.Rows, source.Name)));
            return true;
        }

        // Some of the rows of a collection that is walked, one after the other.
        var pick = new FilterStep($"added to {(call.Instance is { } target ? Collections.NameOf(target) : call.Site)} at {Places.Of(call.Operation)}") { IsPick = true };
        var some = source with { Provenance = ((SymbolicRows)source.Provenance).Then(pick), AtMost = null, OneRowPer = FirstSeen.Before(call, part) ?? source.OneRowPer };
        if (item is UnknownValue { RowOf: not null } && RowWise.Before(call, name, source) is var (steps, cut))
        {
            some = some with { Provenance = steps.Aggregate((SymbolicRows)source.Provenance, (rows, step) => rows.Then(step)), Cut = cut };
        }

        switch (call.Instance)
        {
            case ObjectValue list when IsEmpty(call, list):
                Fill(call, list, some);
                call.Evaluator.Engine.Picked.Note(call.Site, list, new RowsValue(some with { Collection = list.Id }));
                return true;
            case RowsValue rows when ((SymbolicRows)some.Provenance).Paths.All(rows.Provenance.Paths.Contains):
                // On this path more may have been learned of them than on the one that filled the list first.
                if (!some.LearnedFrom.All(rows.Rows.LearnedFrom.Contains))
                {
                    call.Evaluator.State.Replace(rows, new RowsValue(rows.Rows with { LearnedFrom = rows.Rows.LearnedFrom.Union(some.LearnedFrom), ScoredBy = rows.Rows.Pooled.Count > 0 ? null : some.ScoredBy }));
                }

                return true;
            case RowsValue or UnknownValue:
                Join(call, call.Instance, some);
                return true;
            default:
                return false;
        }
    }

    // The row that an object was made of by copying its values or computing others of them; null where it is something else, such as a record of a model and its scores.
    private static RowPart? MadeOf(LibraryCall call, AbstractValue item)
    {
        if (item is not ObjectValue made)
        {
            return item is UnknownValue { Part: { Rows.ScoredBy: not null } prediction } ? prediction : null;
        }

        var members = call.Evaluator.State.MembersOf(made.Id).ToList();
        return Collections.IsRow(call.Evaluator.State, made) && RowPart.Of([.. members]) is { } part
            ? part with { Rows = members.OfType<StatisticValue>().Aggregate(part.Rows, (rows, statistic) => StatisticCalls.Written(call.Evaluator, rows, statistic)) }
            : null;
    }

    private static bool IsOfRows(LibraryCall call) => call.Instance is not null && Collections.IsOfRows(call.Operation.Instance?.Type);

    private static bool IsEmpty(LibraryCall call, ObjectValue list) => Collections.ItemsOf(call.Evaluator, list) is SequenceValue { Items.Count: 0 };

    private static void Fill(LibraryCall call, ObjectValue list, RowSet rows)
    {
        Collections.Changed(call.Evaluator, call.Operation, list);
        Collections.Fill(call.Evaluator.State, list, new RowsValue(rows with { Collection = list.Id }));
    }

    /// <summary>A collection expression of several collections of rows, and of single ones.</summary>
    public static RowsValue Together(Evaluator evaluator, IOperation expression, IReadOnlyList<IOperation> items, IReadOnlyList<AbstractValue> values)
    {
        var rows = items.Zip(values, (item, value) => (At: Places.Shown(evaluator, item), RowCalls.Once(new RowsValue(LibraryCall.RowsOf(item.Syntax is SpreadElementSyntax ? item.ChildOperations.First() : item, value)), evaluator.Site(item)).Rows))
            .Aggregate((all, next) => (next.At, Joined(next.At, "A collection expression", all.Rows, next.Rows))).Rows;
        return new RowsValue(rows with { Collection = "copy " + evaluator.Site(expression) });
    }

    /// <summary>The rows of both; those that are in both are there twice.</summary>
    public static RowSet Joined(LibraryCall call, RowSet first, RowSet second) => Joined(call.Shown, call.Method.Name, first, second);

    private static RowSet Joined(Place place, string method, RowSet first, RowSet second)
    {
        var joined = first with
        {
            Provenance = ((SymbolicRows)first.Provenance).Union((SymbolicRows)second.Provenance),
            LearnedFrom = first.LearnedFrom.Union(second.LearnedFrom),
            ScoredBy = Equals(first.ScoredBy, second.ScoredBy) ? first.ScoredBy : null,
            Pooled = first.PooledWith(second),
            Cut = Equals(first.Cut, second.Cut) ? first.Cut : null,
            AtMost = first.AtMost + second.AtMost,
            OneRowPer = first.OneRowPer == second.OneRowPer ? first.OneRowPer : null,
            SortedBy = null,
            Draw = first.Draw ?? second.Draw,
            Copies = first.Copies.Union(second.Copies),
        };
        return first.RelationTo(second).SharesRows() ? Copied(place, method, joined, first.Name) : joined;
    }

    private static void Join(LibraryCall call, AbstractValue list, RowSet added)
    {
        Collections.Changed(call.Evaluator, call.Operation, list);
        var rows = LibraryCall.RowsOf(call.Operation.Instance!, list);
        call.Evaluator.State.Replace(list, new RowsValue(Joined(call, rows, added) with { AtMost = null, Collection = rows.Collection ?? list.Identity }));
    }

    private static RowSet Copied(LibraryCall call, RowSet rows, string name) => Copied(call.Shown, call.Method.Name, rows, name);

    private static RowSet Copied(Place place, string method, RowSet rows, string name) => rows with { AtMost = null, Copies = rows.Copies.Union([new Duplication(place, method, name)]) };

    private static bool MakesSeveralOfOne(LibraryCall call)
    {
        if (call.Arguments[Parameters.CollectionSelector] is FunctionValue { Body: not null } collection && call.Arguments[Parameters.ResultSelector] is FunctionValue { Body: not null } result)
        {
            // Each row, once for each number of a range.
            var numbers = new Selector(collection);
            return numbers.Result is IInvocationOperation range && Catalog.Find(range.TargetMethod)?.Kind == CallKind.Positions && !numbers.Reads(range) && new Selector(result) is var made && made.Reads(made.Result);
        }

        return call.Arguments[Parameters.Selector] is FunctionValue { Body: not null } function && new Selector(function) is var selector && ListsSeveral(call, selector, selector.Result);
    }

    // One row of each group.
    private static bool TakesOne(LibraryCall call) => call.Arguments[Parameters.Selector] is FunctionValue { Body: not null } selector && selector.Operations.Any(operation =>
        operation is IInvocationOperation taken && Catalog.Find(taken.TargetMethod)?.Kind == CallKind.Take && taken.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: 1 }));

    // An array of the row and of what is made of it, the row several times, or an iterator that yields it more than once.
    private static bool ListsSeveral(LibraryCall call, Selector selector, IOperation? result) => result switch
    {
        IConversionOperation conversion => ListsSeveral(call, selector, conversion.Operand),
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues.Count(selector.Reads) > 1,
        IInvocationOperation repetition when Catalog.Find(repetition.TargetMethod)?.Kind == CallKind.Repeat => selector.Reads(repetition.Arguments[0]),
        IInvocationOperation iterator when iterator.Arguments.FirstOrDefault(selector.Reads) is { Parameter: { } parameter } =>
            call.Evaluator.Engine.Bodies.GraphOf(iterator.TargetMethod.OriginalDefinition) is { } graph && YieldsSeveral(graph, iterator.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal]),
        { Syntax: CollectionExpressionSyntax } items => items.ChildOperations.Count(selector.Reads) > 1,
        _ => false,
    };

    private static bool YieldsSeveral(ControlFlowGraph iterator, IParameterSymbol row) => Functions.OperationsOf(iterator)
        .Count(operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value } && Reads(value, row)) > 1;

    private static bool Reads(IOperation operation, IParameterSymbol parameter) => operation.DescendantsAndSelf()
        .Any(part => part is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    /// <summary>A lambda that makes something of a row, its first parameter.</summary>
    private sealed class Selector
    {
        private readonly IParameterSymbol _row;
        private readonly ControlFlowGraph _graph;

        public Selector(FunctionValue function)
        {
            _row = function.Method.Parameters[0];
            _graph = function.Graph!.GetAnonymousFunctionControlFlowGraph(function.Body!);
            Result = _graph.Blocks.Where(block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return).Select(block => block.BranchValue).FirstOrDefault(value => value is not null);
        }

        /// <summary>What it returns.</summary>
        public IOperation? Result { get; }

        /// <summary>Whether <paramref name="operation"/> reads the row, also where a branch in between made the compiler set it aside first.</summary>
        public bool Reads(IOperation? operation) => operation is not null && (CopyCalls.Reads(operation, _row) || operation.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>()
            .Any(reference => Functions.OperationsOf(_graph).Any(set => set is IFlowCaptureOperation capture && capture.Id.Equals(reference.Id) && CopyCalls.Reads(capture.Value, _row))));
    }
}
