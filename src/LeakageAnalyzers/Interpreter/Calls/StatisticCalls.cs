using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>Statistics written by hand: an aggregate of row objects counts like a fit, once it is written into rows or used by a mapping of them.</summary>
internal static class StatisticCalls
{
    /// <summary>A number that all given rows went into.</summary>
    public static AbstractValue Aggregate(LibraryCall call)
    {
        var (argument, value) = call.Arguments.All[0];
        if (value is not (RowsValue or UnknownValue or ObjectValue))
        {
            return call.Unknown("an aggregate of something that is not rows");
        }

        var step = new PipelineStep(
            call.Method.Name, StepClass.Statistics, LearningTask.None, EquatableList<string>.Empty, EquatableList<string>.Empty, null, call.Place);
        var model = new FittedModel("aggregate " + call.Site, EquatableList<PipelineStep>.From([step]), LibraryCall.RowsOf(argument.Value, value), null, call.Place);
        return new StatisticValue(call.Site, EquatableList<FittedModel>.From([model]));
    }

    /// <summary><paramref name="rows"/> after <paramref name="mapping"/> has written what it captures into them; says that it was learned.</summary>
    public static RowSet Written(Evaluator evaluator, RowSet rows, AbstractValue? mapping) =>
        CapturedBy(evaluator, mapping).Aggregate(rows, (current, model) => current.TransformedBy(model));

    /// <summary>Notes that <paramref name="statistic"/> is written into <paramref name="rows"/>, wherever they stand.</summary>
    public static void WriteInto(Evaluator evaluator, RowSet rows, StatisticValue statistic)
    {
        foreach (var model in statistic.LearnedFrom)
        {
            evaluator.Emit(new Fitted(model.Place, model));
        }

        evaluator.State.Replace(value => LibraryCall.Holds(value, rows), new RowsValue(statistic.LearnedFrom.Aggregate(rows, (current, model) => current.TransformedBy(model))));
    }

    /// <summary>The statistics that a mapping reads from the variables around it; says that they were learned.</summary>
    public static EquatableList<FittedModel> CapturedBy(Evaluator evaluator, AbstractValue? mapping)
    {
        var learned = EquatableList<FittedModel>.From(mapping is FunctionValue { Body: not null } function ? ReadBy(evaluator, function) : []);
        foreach (var model in learned)
        {
            evaluator.Emit(new Fitted(model.Place, model));
        }

        return learned;
    }

    private static IEnumerable<FittedModel> ReadBy(Evaluator evaluator, FunctionValue function) =>
        function.Graph!.GetAnonymousFunctionControlFlowGraph(function.Body!).Blocks
            .SelectMany(block => block.Operations.Concat(block.BranchValue is null ? [] : [block.BranchValue]))
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Select(operation => operation switch
            {
                ILocalReferenceOperation local => evaluator.State.Local(local.Local),
                IParameterReferenceOperation parameter => evaluator.State.Local(parameter.Parameter),
                _ => null,
            })
            .OfType<StatisticValue>()
            .SelectMany(statistic => statistic.LearnedFrom)
            .Distinct();
}
