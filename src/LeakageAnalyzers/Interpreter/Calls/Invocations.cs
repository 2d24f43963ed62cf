using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Calls: of the library by the table, of source by following, of delegates by their target, of anything else to unknown.</summary>
internal static class Invocations
{
    public static AbstractValue Evaluate(Evaluator evaluator, IOperation operation)
    {
        var invocation = (IInvocationOperation)operation;
        var instance = invocation.Instance is null ? null : evaluator.Evaluate(invocation.Instance);
        var arguments = Arguments.Evaluate(evaluator, invocation.Arguments);
        if (Throws(invocation, instance, arguments))
        {
            return evaluator.End(invocation);
        }

        if (Walks.TryEvaluate(evaluator, invocation, instance, arguments) is { } walked)
        {
            return walked;
        }

        // The compiler reads properties of nullable values by their accessors.
        if (invocation.TargetMethod is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } read })
        {
            return MemberReferences.Of(evaluator, operation, read, instance);
        }

        if (Catalog.Find(invocation.TargetMethod) is { } row)
        {
            if (MlTypes.IsOfInterest(invocation.TargetMethod.ContainingType))
            {
                evaluator.Engine.Budget.NoteWorkflowCall();
            }

            var call = new LibraryCall(evaluator, invocation, row, instance, arguments);
            Provenances.Note(call);
            Aspects(call);
            return Rankings.TryEvaluate(call) ?? StatisticCalls.TryPass(call) ?? StatisticCalls.TryOrder(call) ?? Evaluate(call);
        }

        Spreads.OfCall(evaluator, invocation, arguments);
        return Comparisons.OfCall(evaluator, invocation, instance, arguments)
            ?? SourceCalls.TryFollow(evaluator, invocation, instance, arguments)
            ?? PureCalls.TryName(evaluator, invocation, instance, arguments)
            ?? Unfollowed(evaluator, invocation, instance, arguments);
    }

    private static AbstractValue Evaluate(LibraryCall call) => call.Row.Kind switch
    {
        CallKind.LoadFile => LoadCalls.File(call),
        CallKind.LoadRows => LoadCalls.Rows(call),
        CallKind.CreateLoader => LoadCalls.Loader(call),
        CallKind.Load => LoadCalls.Load(call),
        CallKind.SameRows => RowCalls.Same(call),
        CallKind.Filter => RowCalls.Filter(call),
        CallKind.Take => PositionCalls.Take(call),
        CallKind.Skip => PositionCalls.Skip(call),
        CallKind.TakeLast => PositionCalls.TakeLast(call),
        CallKind.SkipLast => PositionCalls.SkipLast(call),
        CallKind.TakeRange => PositionCalls.Range(call),
        CallKind.Positions => PositionCalls.Positions(call),
        CallKind.Shuffle => Orders.Order(call),
        CallKind.Concat => RowCalls.Concat(call),
        CallKind.Chunk => RowCalls.Chunk(call),
        CallKind.PickItem => CollectionCalls.Pick(call),
        CallKind.AddItem => CollectionCalls.Add(call),
        CallKind.TakeItem => CollectionCalls.Take(call),
        CallKind.TryTakeItem => ItemCalls.TryTake(call),
        CallKind.ListItems => ItemCalls.List(call),
        CallKind.ChangeItems => CollectionCalls.Change(call),
        CallKind.AppendItem => ItemCalls.Append(call),
        CallKind.Except => ItemCalls.Except(call),
        CallKind.Zip => ItemCalls.Zip(call),
        CallKind.Fold => ItemCalls.Fold(call),
        CallKind.ForEach => ItemCalls.ForEach(call),
        CallKind.TryGetItem => ItemCalls.TryGet(call),
        CallKind.GetOrAddItem => ItemCalls.GetOrAdd(call),
        CallKind.SaveModel => SavedFiles.Save(call, Parameters.Model),
        CallKind.SaveRows => SavedFiles.Save(call, Parameters.Data),
        CallKind.LoadModel => SavedFiles.LoadModel(call),
        CallKind.OpenFile => SavedFiles.Open(call.Arguments[Parameters.Path]),
        CallKind.ListMembers => CollectionCalls.Members(call),
        CallKind.Invoke => CollectionCalls.Invoke(call),
        CallKind.MapRows => RowCalls.Map(call),
        CallKind.ExpandRows => CopyCalls.Expand(call),
        CallKind.Repeat => CopyCalls.Repeat(call),
        CallKind.AddItems => CopyCalls.AddMany(call),
        CallKind.OnePer => RowCalls.OnePer(call),
        CallKind.Aggregate => StatisticCalls.Aggregate(call),
        CallKind.CountMatches => StatisticCalls.CountMatches(call) ?? PureCalls.TryName(call.Evaluator, call.Operation, call.Instance, call.Arguments) ?? Unfollowed(call.Evaluator, call.Operation, call.Instance, call.Arguments),
        CallKind.Resample => CopyCalls.Resample(call),
        CallKind.Split => SplitCalls.Split(call),
        CallKind.SplitIntoFolds => SplitCalls.Folds(call),
        CallKind.CrossValidate => SplitCalls.CrossValidate(call),
        CallKind.Search => SearchCalls.Search(call),
        CallKind.CreateSearch => SearchCalls.Create(call),
        CallKind.SetSearchRows => SearchCalls.SetRows(call),
        CallKind.RunSearch => SearchCalls.Run(call),
        CallKind.Step => PipelineCalls.Step(call),
        CallKind.Append => PipelineCalls.Append(call),
        CallKind.SameEstimator or CallKind.SameSearch => call.Operands.First().Value,
        CallKind.Fit => PipelineCalls.Fit(call),
        CallKind.Predict => PredictionCalls.Predict(call),
        CallKind.Transform => PipelineCalls.Transform(call),
        CallKind.Evaluate => EvaluationCalls.Evaluate(call),
        CallKind.CompareScores => EvaluationCalls.Compare(call),
        CallKind.ChangeThreshold => TuningCalls.Threshold(call),
        CallKind.Identity => call.Subject.Value,
        CallKind.OpenCursor => Walks.Cursor(call),
        CallKind.CreateGetter => Walks.Getter(call),
        CallKind.Tabulate => StatisticCalls.Table(call) ?? ItemCalls.Table(call) ?? ItemCalls.TableOfRows(call, Unfollowed(call.Evaluator, call.Operation, call.Instance, call.Arguments)),
        _ => call.Unknown("of no consequence"),
    };

    // A call on null, or of ML.NET with null for what it asks for: the path on which a variable was left empty ends here.
    private static bool Throws(IInvocationOperation invocation, AbstractValue? instance, Arguments arguments) =>
        (instance is ConstantValue { Value: null } && invocation.Instance?.Type?.IsReferenceType == true)
        || (IsOfLinq(invocation.TargetMethod) && arguments.All is [{ Value: ConstantValue { Value: null } }, ..])
        || arguments.Exist(argument => argument.Value is ConstantValue { Value: null } && argument.Operation.Parameter is { } parameter && MlTypes.RefusesNull(parameter));

    // LINQ refuses to work on null.
    private static bool IsOfLinq(IMethodSymbol method) => method is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } };

    private static void Aspects(LibraryCall call)
    {
        if (call.Row.Shows != EvaluationAspects.None)
        {
            call.Evaluator.Emit(new Shown(call.Place, call.Row.Shows));
        }

        if (call.Row.ReadsRows && call.Rows() is { } read)
        {
            call.Evaluator.Emit(new RowsRead(call.Place, read, IsKnown: true));
        }
    }

    private static AbstractValue WithMeasures(Evaluator evaluator, IInvocationOperation invocation, AbstractValue value, Arguments arguments) =>
        Measures.Of(invocation, value, arguments.All.SelectMany(argument => Measures.In(argument.Value, evaluator.State)).ToList());

    // A lambda handed to code that is not followed runs there, once as far as anybody can tell.
    private static AbstractValue Unfollowed(Evaluator evaluator, IInvocationOperation invocation, AbstractValue? instance, Arguments arguments)
    {
        Reports.OfCall(evaluator, invocation, instance, arguments);
        MemberReferences.HandOut(evaluator, instance);
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
            {
                Assignments.Assign(evaluator, argument.Value, new UnknownValue($"set by '{invocation.TargetMethod.Name}', which is not followed", evaluator.Site(argument)));
            }

            MemberReferences.HandOut(evaluator, value);
            if (value is RowsValue rows)
            {
                evaluator.Emit(new RowsRead(Places.Of(invocation), rows.Rows, IsKnown: false));
            }

            if (value is FunctionValue { Body: not null } function)
            {
                SourceCalls.Try(evaluator, argument, function);
            }
        }

        var unknown = evaluator.Unfollowed(invocation);
        return arguments.Exist(argument => Measures.MayBeBehind(argument.Value)) ? WithMeasures(evaluator, invocation, unknown, arguments) : unknown;
    }
}
