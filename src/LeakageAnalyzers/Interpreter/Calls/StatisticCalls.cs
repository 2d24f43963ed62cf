using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Statistics written by hand: an aggregate of row objects counts like a fit, once it is written into rows or used by a mapping of them.</summary>
internal static class StatisticCalls
{
    /// <summary>A number that all given rows went into.</summary>
    public static AbstractValue Aggregate(LibraryCall call)
    {
        if (call.Row.IsExtreme && IsOfDates(call))
        {
            return call.Unknown("where an axis of time starts or ends: all rows move along with it, and none says more of another");
        }

        // A model's features are weighed by the rows beside it.
        var (operation, value) = call.Subject;
        var rows = MlTypes.IsOfInterest(call.Method.ContainingType) && call.Rows() is { } data ? data
            : value is RowsValue or UnknownValue or ObjectValue ? LibraryCall.RowsOf(operation, value)
            : null;
        return rows is null ? call.Unknown("an aggregate of something that is not rows")
            : Of(call.Method.Name, call.Site, Places.Shown(call.Evaluator, call.Operation), rows, ReadsLabel(call) ? StepClass.Supervised : StepClass.Statistics) with { WeighsFeatures = MlTypes.IsOfInterest(call.Method.ContainingType) };
    }

    /// <summary>What a selector makes of each group of rows; null where the call is not about groups.</summary>
    public static SummaryValue? Summary(LibraryCall call, string parameter)
    {
        if (call.Subject.Value is not RowsValue { Groups: { } groups } || call.Arguments[parameter] is not FunctionValue selector)
        {
            return null;
        }

        var each = SymbolicId.LoopTag("each " + call.Site);
        return SourceCalls.TryInvoke(call.Evaluator, call.Operation, call.Site + each, selector, groups.Part(each)) is { } item ? new SummaryValue(groups, item) : null;
    }

    /// <summary>A table of a statistic of each group of rows, such as the mean of each ward: all of them went into it. Null where it holds something else.</summary>
    public static StatisticValue? Table(LibraryCall call)
    {
        var summary = call.Subject.Value is RowsValue { Summary: { } made } && call.Arguments[Parameters.ElementSelector] is FunctionValue read
            ? SourceCalls.TryInvoke(call.Evaluator, call.Operation, read, made.Item) is { } item ? made with { Item = item } : null
            : Summary(call, Parameters.ElementSelector);
        if (summary is not { Item: StatisticValue statistic })
        {
            return null;
        }

        if (RowCalls.Source(call) is { } rows)
        {
            call.Evaluator.Emit(new RowsRead(call.Place, rows, IsKnown: false));
        }

        return statistic with { LearnedFrom = statistic.LearnedFrom.Map(model => model.TrainedOn.GroupedBy is null ? model : model with { TrainedOn = summary.Groups.Input }) };
    }

    /// <summary>What collections make of a statistic of several numbers, such as the importance of each feature: which ones are kept or come first says the same. Null where the call is about something else.</summary>
    public static StatisticValue? TryPass(LibraryCall call) =>
        call.Row.Kind != CallKind.TryGetItem && !MlTypes.IsOfInterest(call.Method.ContainingType) && call.Operands.Any() && call.Subject.Value is StatisticValue statistic ? statistic : null;

    /// <summary>
    /// How many of the rows meet a condition, which says as much of them as a mean, or how often a group of them has the label; null where that is not what is counted.
    /// How many of all rows have a label, and nothing else is asked, says how to weigh the classes.
    /// </summary>
    public static StatisticValue? CountMatches(LibraryCall call)
    {
        if (call.Subject is not (var operation, RowsValue rows) || call.Arguments[Parameters.Predicate] is not FunctionValue)
        {
            return null;
        }

        var read = RowMembersRead(call).ToList();
        return rows.Rows.GroupedBy is null && read.Count > 0 && read.TrueForAll(IsLabel) ? null
            : Of(call.Method.Name, call.Site, Places.Shown(call.Evaluator, call.Operation), LibraryCall.RowsOf(operation, rows), read.Exists(IsLabel) ? StepClass.Supervised : StepClass.Statistics);
    }

    /// <summary>
    /// Settings, such as thresholds, in the order of a statistic that a selector computes of other rows for each, or the best of them: which comes first says what the statistic says.
    /// Null where the call is about something else.
    /// </summary>
    public static StatisticValue? TryOrder(LibraryCall call) => ((call.Row.Kind == CallKind.Shuffle && call.Row.IsSort) || call.Row.Kind == CallKind.PickItem)
        && call.Arguments[Parameters.KeySelector] is FunctionValue { Body: not null } selector && Predicates.ReadsOtherRows(call.Evaluator, selector)
        ? SourceCalls.TryInvoke(call.Evaluator.Trial(), call.Operation, selector, call.Unknown("each setting")) as StatisticValue
        : null;

    /// <summary>A number that stands at a position of <paramref name="rows"/> in the order of their values, such as their median; null where it is none.</summary>
    public static StatisticValue? Quantile(Evaluator evaluator, IOperation operation, IOperation collection, RowsValue rows) =>
        operation.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } && rows.Provenance.Paths.All(path => RowPath.IsSortOrder(path.Order))
            ? Of("quantile", evaluator.Site(operation), Places.Shown(evaluator, operation), LibraryCall.RowsOf(collection, rows), StepClass.Statistics)
            : null;

    /// <summary>Rows of which gaps are filled with a statistic, in place where the call says so.</summary>
    public static RowsValue Fill(LibraryCall call, RowsValue rows, StatisticValue statistic)
    {
        var filled = new RowsValue(Written(call.Evaluator, rows.Rows, statistic));
        if (call.Arguments[Parameters.InPlace] is ConstantValue { Value: true })
        {
            call.Evaluator.State.Replace(rows, filled);
        }

        return filled;
    }

    /// <summary><paramref name="rows"/> after <paramref name="statistic"/> was written into them; says that it was learned.</summary>
    public static RowSet Written(Evaluator evaluator, RowSet rows, StatisticValue statistic) => Accumulations.IsComplete(evaluator, statistic) ? Written(evaluator, rows, statistic.LearnedFrom) : rows;

    /// <summary><paramref name="rows"/> after <paramref name="mapping"/> has written what it captures into them; says that it was learned.</summary>
    public static RowSet Written(Evaluator evaluator, RowSet rows, AbstractValue? mapping) =>
        mapping is FunctionValue function ? Written(evaluator, rows, ReadBy(evaluator, function)) : rows;

    // Where each group is one row, a statistic of each group is something of that row alone.
    private static RowSet Written(Evaluator evaluator, RowSet rows, IEnumerable<FittedModel> learned)
    {
        foreach (var model in learned.Where(model => rows.OneRowPer is not { } group || model.Steps.Any(step => step.Within is null || (step.Within.Length > 0 && step.Within != group))))
        {
            evaluator.Emit(new Fitted(model.Place, model));
            rows = rows.TransformedBy(model);
        }

        return rows;
    }

    /// <summary>Notes that <paramref name="statistic"/> is written into <paramref name="rows"/>, wherever they stand.</summary>
    public static void WriteInto(Evaluator evaluator, RowSet rows, StatisticValue statistic) =>
        evaluator.State.Replace(value => LibraryCall.Holds(value, rows), new RowsValue(Written(evaluator, rows, statistic)));

    /// <summary>The statistics that a mapping reads from the variables around it, or that are written into the text of an expression; says that they were learned.</summary>
    public static EquatableList<FittedModel> CapturedBy(Evaluator evaluator, AbstractValue? mapping)
    {
        var learned = EquatableList<FittedModel>.From(mapping switch
        {
            FunctionValue function => ReadBy(evaluator, function),
            StatisticValue text => text.LearnedFrom,
            _ => [],
        });
        foreach (var model in learned)
        {
            evaluator.Emit(new Fitted(model.Place, model));
        }

        return learned;
    }

    // The date itself, or a part of it that counts on, such as its year.
    private static bool IsOfDates(LibraryCall call) => Catalog.IsDate(call.Method.ReturnType)
        || (call.Arguments[Parameters.Selector] is FunctionValue { Result: { } result }
            && (result is IConversionOperation converted ? converted.Operand : result) is IPropertyReferenceOperation { Property.ContainingType: var type } && Catalog.IsDate(type));

    // A selector or a condition that reads the label of each row.
    private static bool ReadsLabel(LibraryCall call) => RowMembersRead(call).Any(IsLabel);

    private static IEnumerable<ISymbol> RowMembersRead(LibraryCall call) => call.Arguments.All.Select(argument => argument.Value).OfType<FunctionValue>()
        .Where(function => function is { Body: not null, Graph: not null })
        .SelectMany(function => function.Operations)
        .Select(operation => operation is IMemberReferenceOperation { Member: (IPropertySymbol { IsIndexer: false } or IFieldSymbol) and var member } ? member : null)
        .OfType<ISymbol>();

    /// <summary>Whether <paramref name="member"/> of a row holds its label.</summary>
    public static bool IsLabel(ISymbol member) => IsLabel(Schemas.ColumnOf(member));

    /// <summary>Whether <paramref name="column"/> holds the label.</summary>
    public static bool IsLabel(Column column) => column.Name == Catalog.DefaultLabel || (column.Roles & ColumnRoles.Label) != 0;

    /// <summary>A statistic that the call or assignment at <paramref name="place"/> makes of <paramref name="rows"/>.</summary>
    public static StatisticValue Of(string name, string site, Place place, RowSet rows, StepClass learned)
    {
        var step = new PipelineStep(name, learned, LearningTask.None, EquatableList<string>.Empty, EquatableList<string>.Empty, null, place) { Within = rows.GroupedBy };
        return new StatisticValue(site, EquatableList<FittedModel>.From([new FittedModel("aggregate " + site, EquatableList<PipelineStep>.From([step]), rows, null, place)]));
    }

    private static IEnumerable<FittedModel> ReadBy(Evaluator evaluator, FunctionValue function) => !evaluator.State.Values.Any(value => value is StatisticValue) ? []
        : BodiesRun(evaluator, function).SelectMany(body => ReadIn(evaluator, body.Operations, body.Instance)).SelectMany(statistic => statistic.LearnedFrom).Distinct();

    // That of the function, and those of the program's own methods that it calls, each with what `this` is in it.
    private static IEnumerable<(IReadOnlyList<IOperation> Operations, AbstractValue? Instance)> BodiesRun(Evaluator evaluator, FunctionValue function)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<(IReadOnlyList<IOperation> Operations, AbstractValue? Instance)>();
        if (function.Body is null)
        {
            Call(function.Method, function.Instance);
        }
        else
        {
            waiting.Enqueue((function.Operations, function.Instance));
        }

        while (waiting.Count > 0)
        {
            var body = waiting.Dequeue();
            yield return body;
            foreach (var operation in body.Operations)
            {
                if (operation is IInvocationOperation call)
                {
                    Call(call.TargetMethod, ReceiverOf(evaluator, call.Instance, body.Instance));
                }
                else if (operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member)
                {
                    Read(member.Member, ReceiverOf(evaluator, member.Instance, body.Instance));
                }
            }
        }

        void Call(IMethodSymbol method, AbstractValue? instance)
        {
            var target = ((instance as ObjectValue)?.Type is { } type ? TypeHierarchy.Resolve(method, type) ?? method : method).OriginalDefinition;
            if (!target.DeclaringSyntaxReferences.IsEmpty && seen.Count < Budget.CallDepth && seen.Add(target) && evaluator.Engine.GraphOf(target, evaluator.Activation) is { } graph)
            {
                waiting.Enqueue(([.. Functions.OperationsOf(graph)], instance));
            }
        }

        // What a member begins with is not asked for before somebody reads it.
        void Read(ISymbol member, AbstractValue? instance)
        {
            if (member is IPropertySymbol { GetMethod: { } getter })
            {
                Call(getter, instance);
            }

            if (instance is ObjectValue { IsOwn: true } && seen.Add(member) && evaluator.Engine.Bodies.InitializerOf(member) is { } graph)
            {
                waiting.Enqueue(([.. Functions.OperationsOf(graph)], instance));
            }
        }
    }

    /// <summary>The statistics that these <paramref name="operations"/> read from variables and members, where <c>this</c> is <paramref name="instance"/>.</summary>
    public static IEnumerable<StatisticValue> ReadIn(Evaluator evaluator, IEnumerable<IOperation> operations, AbstractValue? instance) => operations
        .Select(operation => operation switch
        {
            ILocalReferenceOperation local => evaluator.State.Local(local.Local),
            IParameterReferenceOperation parameter => evaluator.State.Local(parameter.Parameter) ?? OfPrimaryConstructor(evaluator, parameter.Parameter, instance),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => StoredIn(evaluator, member, instance),
            _ => null,
        })
        .OfType<StatisticValue>()
        .Where(statistic => Accumulations.IsComplete(evaluator, statistic))
        .Distinct();

    // What stands in a member of the object that the mapping is written in, of one in a variable around it, or of a type.
    private static AbstractValue? StoredIn(Evaluator evaluator, IMemberReferenceOperation member, AbstractValue? instance)
    {
        var owner = ReceiverOf(evaluator, member.Instance, instance);
        return (member.Instance is null || owner is not null) && MemberReferences.OwnerId(member.Member, owner) is { } id ? evaluator.State.Member(id, member.Member.Name) : null;
    }

    private static AbstractValue? OfPrimaryConstructor(Evaluator evaluator, IParameterSymbol parameter, AbstractValue? instance) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && instance is ObjectValue made ? evaluator.State.Member(made.Id, parameter.Name) : null;

    private static AbstractValue? ReceiverOf(Evaluator evaluator, IOperation? receiver, AbstractValue? instance) => receiver switch
    {
        IInstanceReferenceOperation => instance,
        ILocalReferenceOperation local => evaluator.State.Local(local.Local),
        IParameterReferenceOperation parameter => evaluator.State.Local(parameter.Parameter),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => StoredIn(evaluator, member, instance),
        _ => null,
    };
}
