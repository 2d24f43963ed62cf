using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>
/// Statistics that a loop over rows gathers in a variable, or in a table under a value of each row: a sum, a smallest value, how often a value is there. They are complete where the loop is left;
/// within it, what is written into a row says something of the rows before it alone, as a running total does.
/// </summary>
internal static class Accumulations
{
    // Conditions that are asked one after the other before something is added.
    private const int Conditions = 8;

    /// <summary>What <c>sum += value</c> gathers; null where it gathers nothing of many rows.</summary>
    public static StatisticValue? OfCompound(Evaluator evaluator, ICompoundAssignmentOperation assignment, AbstractValue before, AbstractValue value)
    {
        if (!MayGather(evaluator, assignment.Target.Type))
        {
            return null;
        }

        var key = KeyOf(evaluator, assignment.Target);
        if (RowPart.In(value) is { } part)
        {
            return Gathered(evaluator, assignment, assignment.Target, "sum", [part], key, before);
        }

        if (key is not null && value is ConstantValue)
        {
            return Counted(evaluator, assignment, assignment.Target, key, before);
        }

        // What is added to a statistic, or a statistic that is added, such as a squared difference from a mean, is the same one at each turn.
        return (value is StatisticValue || before is StatisticValue) && HomeOf(evaluator, assignment.Target) is { } home
            ? StatisticValue.Of(SiteBeyond(evaluator.Site(assignment), SymbolicId.LoopsOf(evaluator.Here).Where(loop => !SymbolicId.VariesWith(home, [loop]))), before, value)
            : null;
    }

    /// <summary>What <c>counts[row.Ward]++</c> gathers; null where it gathers nothing of many rows.</summary>
    public static StatisticValue? OfStep(Evaluator evaluator, IIncrementOrDecrementOperation step, AbstractValue before) =>
        MayGather(evaluator, step.Target.Type) && KeyOf(evaluator, step.Target) is { } key ? Counted(evaluator, step, step.Target, key, before) : null;

    /// <summary>What an assignment of <paramref name="value"/>, such as <c>min = Math.Min(min, row.Age)</c>, gathers; null where what it assigns stays what it is.</summary>
    public static StatisticValue? OfAssignment(Evaluator evaluator, ISimpleAssignmentOperation assignment, AbstractValue value)
    {
        if (value is not (UnknownValue or StatisticValue { Loops.Count: > 0 }) || !MayGather(evaluator, assignment.Target.Type))
        {
            return null;
        }

        var before = Current(evaluator, assignment.Target);
        if (value is StatisticValue running)
        {
            return before is StatisticValue gathered && gathered.LearnedFrom.Equals(running.LearnedFrom) && gathered.Loops.Equals(running.Loops) ? gathered : null;
        }

        if (RowPart.In(value) is not { } part)
        {
            return null;
        }

        if (KeyOf(evaluator, assignment.Target) is { } key)
        {
            return part.Table != key.Table ? null
                : part.IsLookedUp ? Counted(evaluator, assignment, assignment.Target, key, before)
                : Gathered(evaluator, assignment, assignment.Target, "sum", [part], key, before);
        }

        var target = assignment.Target is IFlowCaptureReferenceOperation capture ? Assignments.Captured(evaluator, capture) : assignment.Target;
        return target is not null && VariableOf(target) is { } variable && !IsKeyed(target) && (Reads(evaluator, assignment.Value, variable) || IsExtreme(evaluator, variable))
            ? Gathered(evaluator, assignment, target, "running value", [part], null, before)
            : null;
    }

    /// <summary>A number that a condition on a row chooses, such as one where it has the label and else none; null where <paramref name="value"/> is no such number.</summary>
    public static UnknownValue? Chosen(Evaluator evaluator, IFlowCaptureOperation capture, AbstractValue value)
    {
        if (!(value is ConstantValue || RowPart.In(value) is not null) || !MayGather(evaluator, capture.Value.Type))
        {
            return null;
        }

        var parts = ConditionsAround(evaluator).SelectMany(condition => PartsIn(evaluator, condition)).ToList();
        var isByLabel = parts.Exists(part => part.IsOfLabel);
        return value is ConstantValue && parts.Count > 0 ? evaluator.Unknown(capture, "a number that a row chooses") with { Part = parts[0] with { Column = null, IsOfLabel = isByLabel } }
            : RowPart.In(value) is { } part && isByLabel ? evaluator.Unknown(capture, "a number that the label chooses") with { Part = part with { IsOfLabel = true } }
            : null;
    }

    /// <summary>What is known of a value that <paramref name="index"/>, a value of a row, finds in a table.</summary>
    public static RowPart? Looked(AbstractValue? table, AbstractValue? index) => table is ObjectValue or UnknownValue && RowPart.In(index) is { } key
        ? key with { Table = table.Identity, IsLookedUp = true }
        : null;

    /// <summary>Whether <paramref name="statistic"/> has seen all of its rows here.</summary>
    public static bool IsComplete(Evaluator evaluator, StatisticValue statistic) => statistic.Loops.Count == 0 || !SymbolicId.VariesWith(evaluator.Here, statistic.Loops);

    /// <summary>Whether <paramref name="statistic"/> was gathered from rows that <paramref name="row"/> alone has, such as the lines of an order.</summary>
    public static bool IsOfOneRow(StatisticValue statistic, AbstractValue row) => statistic.Loops.Count > 0 && row is UnknownValue { RowOf: { Provenance: SymbolicRows all } }
        && SymbolicId.LoopsOf(row.Identity).Where(loop => !SymbolicId.VariesWith(all.OrderId, [loop])).ToList() is { Count: > 0 } own
        && statistic.LearnedFrom.Any(model => model.TrainedOn.Provenance is SymbolicRows rows && SymbolicId.VariesWith(rows.OrderId, own));

    // How many have each label says how to weigh the classes.
    private static StatisticValue? Counted(Evaluator evaluator, IOperation operation, IOperation target, RowPart key, AbstractValue? before)
    {
        // Whether the table has an entry for the row yet is no condition of it.
        var parts = ConditionsAround(evaluator).SelectMany(condition => PartsIn(evaluator, condition)).Where(part => part.Row == key.Row && (part.Column is null || part.Column != key.Column)).ToList();
        return key.IsOfLabel ? null : Gathered(evaluator, operation, target, parts.Count == 0 ? StatisticValue.Count : "conditional count", [key, .. parts], key, before);
    }

    private static StatisticValue? Gathered(Evaluator evaluator, IOperation operation, IOperation target, string name, List<RowPart> parts, RowPart? key, AbstractValue? before)
    {
        if (HomeOf(evaluator, target) is not { } home)
        {
            return null;
        }

        var loops = EquatableList<string>.From(SymbolicId.LoopsOf(parts[0].Row).Where(loop => SymbolicId.VariesWith(evaluator.Here, [loop]) && !SymbolicId.VariesWith(home, [loop])).Distinct());
        if (loops.Count == 0 || !WholeRows.AreGathered(evaluator, operation, target, parts, loops))
        {
            return null;
        }

        var site = SiteBeyond(evaluator.Site(operation), loops);
        var learned = parts.Any(part => part.IsOfLabel) || key is { IsOfLabel: true } ? StepClass.Supervised : StepClass.Statistics;
        var rows = parts[0].Rows;
        var own = StatisticCalls.Of(name, site, Places.Shown(evaluator, operation), rows with { GroupedBy = key is null ? null : key.Column ?? "" }, learned).LearnedFrom.Map(model => model with { TrainedOn = rows });
        return before is StatisticValue { Loops.Count: > 0 } gathered ? gathered with { LearnedFrom = gathered.LearnedFrom.Union(own) } : new StatisticValue(site, own) { Loops = loops };
    }

    /// <summary><paramref name="site"/> as it is named in all iterations of <paramref name="loops"/>, such as those that gather something there.</summary>
    public static string SiteBeyond(string site, IEnumerable<string> loops) => loops.Aggregate(site, (id, loop) => id.Replace(SymbolicId.LoopTag(loop), ""));

    private static bool MayGather(Evaluator evaluator, ITypeSymbol? type) => SymbolicId.IsMadeInLoop(evaluator.Here)
        && (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var number] } ? number : type) is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double };

    /// <summary>Names where a variable, or the owner of a member or an item, was made.</summary>
    public static string? HomeOf(Evaluator evaluator, IOperation target) => target switch
    {
        ILocalReferenceOperation local => HomeOf(evaluator, local.Local),
        IParameterReferenceOperation { Parameter.ContainingSymbol: { } owner } => evaluator.Activation.LastOf(owner)?.CallString,
        IFlowCaptureReferenceOperation capture when Assignments.Captured(evaluator, capture) is { } variable => HomeOf(evaluator, variable),
        IPropertyReferenceOperation { Instance: { } collection, Arguments.Length: > 0 } => evaluator.Evaluate(collection).Identity,
        IArrayElementReferenceOperation item => evaluator.Evaluate(item.ArrayReference).Identity,
        IMemberReferenceOperation member => MemberReferences.OwnerId(member.Member, member.Instance is null ? null : evaluator.Evaluate(member.Instance)),
        _ => null,
    };

    private static string? HomeOf(Evaluator evaluator, ILocalSymbol local)
    {
        // Above the root of a lambda stand the regions of the graph around it.
        var region = evaluator.Activation.Block?.EnclosingRegion;
        while (region is not null && !region.Locals.Contains(local))
        {
            region = region.EnclosingRegion;
        }

        return region is not null && evaluator.Activation.LastOf(local.ContainingSymbol) is { } owner && region.FirstBlockOrdinal < owner.Graph.Blocks.Length
            ? owner.CallString + owner.Frame.TagsAt(owner.Graph.Blocks[region.FirstBlockOrdinal])
            : null;
    }

    private static bool IsKeyed(IOperation target) => target is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 };

    // The value of a row that an item is found by, and the table that it is in.
    private static RowPart? KeyOf(Evaluator evaluator, IOperation target)
    {
        var (collection, index) = target switch
        {
            IFlowCaptureReferenceOperation capture when Assignments.Captured(evaluator, capture) is { } variable && IsKeyed(variable) => (variable.ChildOperations.First(), variable.ChildOperations.Last()),
            IPropertyReferenceOperation { Instance: { } instance, Arguments: [{ Value: { } argument }] } => (instance, argument),
            IArrayElementReferenceOperation { Indices: [{ } position] } array => (array.ArrayReference, position),
            _ => (null, null),
        };
        return collection is not null && RowPart.In(evaluator.Evaluate(index)) is { } key ? key with { Table = evaluator.Evaluate(collection).Identity } : null;
    }

    private static AbstractValue? Current(Evaluator evaluator, IOperation target) => target is ILocalReferenceOperation local ? evaluator.State.Local(local.Local) : null;

    /// <summary>The variable, parameter or member that <paramref name="operation"/> names; null where it names none.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    // Also where a condition in between made the compiler set it aside first.
    private static bool Reads(Evaluator evaluator, IOperation operation, ISymbol variable) => operation.DescendantsAndSelf().Any(part => part is IFlowCaptureReferenceOperation capture
        ? Assignments.SetAside(evaluator.Activation.Graph, capture).Any(value => IsOf(value, variable))
        : IsOf(part, variable));

    private static bool IsOf(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(VariableOf(PassThrough.Unconverted(operation)), variable);

    // What is assigned where it is less or more than the variable itself.
    private static bool IsExtreme(Evaluator evaluator, ISymbol variable) => ConditionsAround(evaluator)
        .SelectMany(condition => condition.DescendantsAndSelf())
        .OfType<IBinaryOperation>()
        .Any(comparison => comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            && (IsOf(comparison.LeftOperand, variable) || IsOf(comparison.RightOperand, variable)));

    private static List<IOperation> ConditionsAround(Evaluator evaluator) => evaluator.Activation.Block is { } block ? ConditionsBefore(block) : [];

    // The conditions that were just asked on all ways to a block.
    private static List<IOperation> ConditionsBefore(BasicBlock block)
    {
        var conditions = new List<IOperation>();
        for (var i = 0; i < Conditions; i++)
        {
            var sources = block.Predecessors.Select(branch => branch.Source).ToList();
            if (sources.Count == 0 || (sources.Count > 1 && sources.Exists(source => source.ConditionKind == ControlFlowConditionKind.None)))
            {
                break;
            }

            conditions.AddRange(sources.Where(source => source.ConditionKind != ControlFlowConditionKind.None).Select(source => source.BranchValue).OfType<IOperation>());
            if (sources.Count > 1)
            {
                break;
            }

            block = sources[0];
        }

        return conditions;
    }

    /// <summary>What the variables in <paramref name="condition"/> say of rows.</summary>
    public static IEnumerable<RowPart> PartsIn(Evaluator evaluator, IOperation condition) => condition.DescendantsAndSelf()
        .Select(operation => operation switch
        {
            ILocalReferenceOperation local => evaluator.State.Local(local.Local),
            IParameterReferenceOperation parameter => evaluator.State.Local(parameter.Parameter),
            _ => null,
        } is UnknownValue value && RowPart.In(value) is { } part
            ? value.RowOf is not null && operation.Parent is IMemberReferenceOperation { Member: var member } ? part with { Column = Schemas.NameOfColumn(member), IsOfLabel = StatisticCalls.IsLabel(member) } : part
            : null)
        .OfType<RowPart>();
}
