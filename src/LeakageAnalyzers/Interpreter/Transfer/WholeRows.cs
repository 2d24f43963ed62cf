using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>
/// Whether a loop gathers something of all rows that it walks over. Whether a value is there, how it compares to what was gathered so far and what the label is may be asked first; by anything else, be it a
/// position, a counter or another column, a program may take the training rows alone.
/// </summary>
internal static class WholeRows
{
    /// <summary>Whether <paramref name="operation"/> gathers <paramref name="parts"/> of all rows in <paramref name="target"/>, in turn of <paramref name="loops"/>.</summary>
    public static bool AreGathered(Evaluator evaluator, IOperation operation, IOperation target, IReadOnlyList<RowPart> parts, IReadOnlyCollection<string> loops)
    {
        var (run, block) = (evaluator.Activation, evaluator.Activation.Block);
        var gathering = operation;
        while (block is not null)
        {
            // All of a helper that the loop calls runs in it.
            var isWithin = SymbolicId.VariesWith(run.CallString, loops);
            var around = run.Frame.Loops.Around(block).Where(loop => loops.Any(name => SymbolicId.LoopTag(name) == loop.Tag)).ToList();
            var first = isWithin ? 0 : around.Select(loop => loop.Head).DefaultIfEmpty(int.MaxValue).Min();
            var chosen = SetAsideFor(run.Graph, gathering).Append(block).ToList();
            if (around.Exists(loop => IsLeftEarly(evaluator, run.Graph, loop, parts[0])) || Between(run.Graph, first, block.Ordinal).Any(fork => chosen.Exists(choice => Decides(run.Graph, fork, choice))
                && !IsOfWalk(evaluator, fork, parts[0]) && !Reads(evaluator, run.Graph, fork.BranchValue!).All(read => IsOfSum(evaluator, read, target, parts))))
            {
                return false;
            }

            if (!isWithin || run.Caller is not { } caller)
            {
                break;
            }

            (run, block, gathering) = (caller, run.CalledFrom, run.CalledBy);
        }

        return true;
    }

    private static IEnumerable<BasicBlock> Between(ControlFlowGraph graph, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            yield return graph.Blocks[i];
        }
    }

    private static bool Decides(ControlFlowGraph graph, BasicBlock fork, BasicBlock block) => fork.ConditionKind != ControlFlowConditionKind.None && fork.Ordinal < block.Ordinal
        && Forks.WaysFrom(graph, fork, block.Ordinal) is var (taken, other) && taken.Contains(block.Ordinal) != other.Contains(block.Ordinal);

    // What a condition in between made the compiler set aside first.
    private static IEnumerable<BasicBlock> SetAsideFor(ControlFlowGraph graph, IOperation? operation)
    {
        var read = operation?.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>().Select(capture => capture.Id).ToList() ?? [];
        return read.Count == 0 ? [] : graph.Blocks.Where(block => block.Operations.Any(set => set is IFlowCaptureOperation capture && read.Contains(capture.Id)));
    }

    private static bool IsLeftEarly(Evaluator evaluator, ControlFlowGraph graph, (string Tag, int Head, int Last) loop, RowPart row) => Between(graph, loop.Head, loop.Last)
        .Any(block => new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }.Any(branch => branch?.Destination is { } target && target.Ordinal > loop.Last) && !IsOfWalk(evaluator, block, row));

    // Whether there is another row.
    private static bool IsOfWalk(Evaluator evaluator, BasicBlock fork, RowPart row) => (fork.BranchValue is IAwaitOperation awaited ? awaited.Operation : fork.BranchValue) switch
    {
        IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync" } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan } bound => IsCount(evaluator, bound.LeftOperand, row) || IsCount(evaluator, bound.RightOperand, row),
        _ => false,
    };

    private static bool IsCount(Evaluator evaluator, IOperation operand, RowPart row) => row.Rows.Provenance is SymbolicRows rows
        && PassThrough.Unconverted(operand) is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && evaluator.Trial().Evaluate(operand) is UnknownValue bound
        && Catalog.Counts.Any(count => bound.Name == SymbolicId.Shorten($"{rows.OrderId}.{count}") || (rows.Paths is [{ Steps.Count: 0, Origin.Key: var collection }] && bound.Name == SymbolicId.Shorten($"{collection}.{count}")));

    private static IEnumerable<IOperation> Reads(Evaluator evaluator, ControlFlowGraph graph, IOperation condition) => condition.DescendantsAndSelf().SelectMany(operation => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => [operation],
        IMemberReferenceOperation { ConstantValue.HasValue: false, Member: IFieldSymbol or IPropertySymbol, Instance: null or IInstanceReferenceOperation } => [operation],
        IFlowCaptureReferenceOperation capture => Assignments.SetAside(graph, capture).SelectMany(set => Reads(evaluator, graph, set)),
        _ => Enumerable.Empty<IOperation>(),
    });

    private static bool IsOfSum(Evaluator evaluator, IOperation read, IOperation target, IReadOnlyList<RowPart> parts)
    {
        if (Accumulations.VariableOf(read) is not { } variable)
        {
            return false;
        }

        var value = read is IMemberReferenceOperation member
            ? MemberReferences.OwnerId(member.Member, member.Instance is null ? null : evaluator.Activation.Instance) is { } owner ? evaluator.State.Member(owner, variable.Name) : null
            : evaluator.State.Local(variable);
        if (RowPart.In(value) is { } part)
        {
            var column = value is UnknownValue { RowOf: not null } ? (read.Parent as IMemberReferenceOperation)?.Member : null;
            return part.IsOfLabel || part.Table is not null || (column is not null && StatisticCalls.IsLabel(column))
                || ((column?.Name ?? part.Column) is { } name && parts.Any(gathered => gathered.Row == part.Row && gathered.Column == name));
        }

        return value is StatisticValue || target.DescendantsAndSelf().Concat(AsidesOf(evaluator, target)).Any(written => SymbolEqualityComparer.Default.Equals(Accumulations.VariableOf(written), variable));
    }

    private static IEnumerable<IOperation> AsidesOf(Evaluator evaluator, IOperation target) => target.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>().SelectMany(capture => Assignments.SetAside(evaluator.Activation.Graph, capture)).SelectMany(set => set.DescendantsAndSelf());
}
